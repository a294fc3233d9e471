"""Asked first, then done: another may have been there in between."""
import threading

table = {}


def put(name):
    if "key" not in table:
        table["key"] = name  # race


def one():
    put("one")


def two():
    put("two")


threads = [threading.Thread(target=target) for target in (one, two,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
