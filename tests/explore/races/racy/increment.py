"""A counter without a lock."""
import threading

x = 0


def add():
    global x
    x += 1  # race


threads = [threading.Thread(target=target) for target in (add, add,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
