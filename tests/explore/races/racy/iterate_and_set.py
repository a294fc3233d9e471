"""One goes through a dict while one sets an item."""
import threading

table = {"x": 1}


def put():
    table["x"] = 2  # race


def look():
    return sum(table.values())  # race


threads = [threading.Thread(target=target) for target in (put, look,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
