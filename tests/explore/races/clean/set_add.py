"""A set's add()."""
import threading

names = set()


def add():
    names.add("x")


threads = [threading.Thread(target=target) for target in (add, add,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
