"""The lock is given back before all is done."""
import threading

x = 0
lock = threading.Lock()


def add():
    global x
    lock.acquire()
    v = x  # race
    lock.release()
    x = v + 1  # race


threads = [threading.Thread(target=target) for target in (add, add,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
