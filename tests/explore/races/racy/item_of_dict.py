"""An item of a dict."""
import threading

table = {"x": 0}


def add():
    table["x"] += 1  # race


threads = [threading.Thread(target=target) for target in (add, add,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
