"""A semaphore that says that it is there."""
import threading

x = 0
there = threading.Semaphore(0)


def write():
    global x
    x = 1
    there.release()


def read():
    global x
    there.acquire()
    x += 1


threads = [threading.Thread(target=target) for target in (write, read,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
