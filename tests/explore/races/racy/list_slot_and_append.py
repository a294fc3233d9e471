"""One sets an item, one sorts."""
import threading

items = [2, 1]


def put():
    items[0] = 3  # race


def sort():
    items.sort()  # race


threads = [threading.Thread(target=target) for target in (put, sort,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
