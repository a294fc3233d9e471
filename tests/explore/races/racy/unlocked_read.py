"""Written under a lock, read without one."""
import threading

x = 0
lock = threading.Lock()


def write():
    global x
    with lock:
        x = 1  # race


def read():
    return x + 1  # race


threads = [threading.Thread(target=target) for target in (write, read,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
