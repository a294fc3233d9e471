"""Read in one `with lock`, written in another."""
import threading

lock = threading.Lock()
x = 0


def add():
    global x
    with lock:
        v = x
    with lock:
        x = v + 1


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert x == 2
