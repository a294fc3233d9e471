"""What is put into the queue is changed afterwards."""
import queue
import threading

jobs = queue.Queue()


def produce():
    job = [0]
    jobs.put(job)
    job[0] = 1  # race


def consume():
    job = jobs.get()
    job[0] += 1  # race


threads = [threading.Thread(target=target) for target in (produce, consume,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
