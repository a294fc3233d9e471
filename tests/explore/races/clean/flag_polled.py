"""The same, polled."""
import threading

ready = False
data = 0


def write():
    global data, ready
    data = 1
    ready = True


def read():
    global data
    while not ready:
        pass
    data += 1


threads = [threading.Thread(target=target) for target in (write, read,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
