"""An event says that it is there."""
import threading

ready = threading.Event()
x = 0


def write():
    global x
    x = 1
    ready.set()


def read():
    ready.wait()
    return x + 1


threads = [threading.Thread(target=target) for target in (write, read,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
