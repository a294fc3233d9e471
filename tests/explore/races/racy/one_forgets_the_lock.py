"""One of the two does not take the lock."""
import threading

x = 0
lock = threading.Lock()


def careful():
    global x
    with lock:
        x += 1  # race


def careless():
    global x
    x += 1  # race


threads = [threading.Thread(target=target) for target in (careful, careless,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
