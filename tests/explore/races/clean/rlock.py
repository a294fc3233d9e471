"""A lock taken twice by the same."""
import threading

x = 0
lock = threading.RLock()


def add():
    global x
    with lock:
        with lock:
            x += 1


threads = [threading.Thread(target=target) for target in (add, add,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
