"""Each has its own key of a dict."""
import threading

table = {}


def first():
    table["a"] = 1
    table["a"] += 1


def second():
    table["b"] = 1
    table["b"] += 1


threads = [threading.Thread(target=target) for target in (first, second,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
