"""Each has its own item of a list."""
import threading

items = [0, 0]


def first():
    items[0] += 1


def second():
    items[1] += 1


threads = [threading.Thread(target=target) for target in (first, second,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
