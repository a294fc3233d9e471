"""Published by a flag: who has seen it sees what came before."""
import threading

ready = False
data = 0


def write():
    global data, ready
    data = 1
    ready = True


def read():
    global data
    if ready:
        data += 1


threads = [threading.Thread(target=target) for target in (write, read,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
