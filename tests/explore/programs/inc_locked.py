"""The same under a lock."""
import sys
import threading

x = 0
lock = threading.Lock()


def add():
    global x
    with lock:
        x += 1


threads = [threading.Thread(target=add) for _ in range(int(sys.argv[1]))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert x == len(threads)
