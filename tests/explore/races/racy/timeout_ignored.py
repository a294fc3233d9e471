"""The lock may not have been had: nobody asks."""
import threading

x = 0
lock = threading.Lock()


def add():
    global x
    lock.acquire(timeout=1)
    x += 1  # race
    if lock.locked():
        try:
            lock.release()
        except RuntimeError:
            pass


threads = [threading.Thread(target=target) for target in (add, add,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
