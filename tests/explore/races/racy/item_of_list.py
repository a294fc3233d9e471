"""An item of a list."""
import threading

items = [0]


def add():
    items[0] += 1  # race


threads = [threading.Thread(target=target) for target in (add, add,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
