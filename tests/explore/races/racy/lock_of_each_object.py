"""A lock for each object, and a counter for all of them."""
import threading


class Worker:
    total = 0

    def __init__(self):
        self.lock = threading.Lock()

    def work(self):
        with self.lock:
            Worker.total += 1  # race


one, two = Worker(), Worker()


threads = [threading.Thread(target=target) for target in (one.work, two.work,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
