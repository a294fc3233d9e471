"""An attribute of a class."""
import threading


class Count:
    made = 0

    def __init__(self):
        Count.made += 1  # race


def make():
    Count()


threads = [threading.Thread(target=target) for target in (make, make,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
