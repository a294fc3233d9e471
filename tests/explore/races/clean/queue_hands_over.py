"""What goes through a queue belongs to one at a time."""
import queue
import threading

jobs = queue.Queue()


def produce():
    job = [0]
    job[0] = 1
    jobs.put(job)


def consume():
    job = jobs.get()
    job[0] += 1


threads = [threading.Thread(target=target) for target in (produce, consume,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
