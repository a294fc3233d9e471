"""The same by a SimpleQueue."""
import queue
import threading

jobs = queue.SimpleQueue()


def produce():
    job = {"x": 1}
    jobs.put(job)


def consume():
    jobs.get()["x"] = 2


threads = [threading.Thread(target=target) for target in (produce, consume,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
