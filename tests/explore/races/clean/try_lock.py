"""Not waited for: who does not get the lock does nothing."""
import threading

x = 0
lock = threading.Lock()


def add():
    global x
    if lock.acquire(blocking=False):
        x += 1
        lock.release()


threads = [threading.Thread(target=target) for target in (add, add,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
