"""The lock is given back by an exception, too."""
import threading

x = 0
lock = threading.Lock()


def add():
    global x
    try:
        with lock:
            x += 1
            raise ValueError
    except ValueError:
        pass


threads = [threading.Thread(target=target) for target in (add, add,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
