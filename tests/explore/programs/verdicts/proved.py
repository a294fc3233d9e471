"""Every access is under the same lock, and the program ends with a status of its own."""
import sys
import threading

counter = 0
lock = threading.Lock()


def add():
    global counter
    with lock:
        counter += 1


threads = [threading.Thread(target=add) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
sys.exit(counter)
