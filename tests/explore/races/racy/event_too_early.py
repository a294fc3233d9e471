"""The event is set before what it stands for is there."""
import threading

ready = threading.Event()
x = 0


def write():
    global x
    ready.set()
    x = 1  # race


def read():
    ready.wait()
    return x + 1  # race


threads = [threading.Thread(target=target) for target in (write, read,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
