"""append() does all it does at once."""
import threading

items = []


def add():
    items.append(1)


threads = [threading.Thread(target=target) for target in (add, add,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
