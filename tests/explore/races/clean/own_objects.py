"""Objects of one class, each of one thread."""
import threading


class Box:
    def __init__(self):
        self.x = 0


def work():
    box = Box()
    box.x += 1


threads = [threading.Thread(target=target) for target in (work, work,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
