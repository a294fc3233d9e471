# One makes what the other waits for.
import queue
import threading
from time import monotonic_ns as now, sleep

readings = []


def took(what, since):
    readings.append((threading.current_thread().name, what, since, now()))


jobs = queue.Queue()


def consume():
    for _ in range(3):
        since = now()
        jobs.get()
        took("waiting-for-queue", since)


consumer = threading.Thread(target=consume, name="Consumer")
consumer.start()
for n in range(3):
    since = now()
    sleep(0.03)
    took("sleeping", since)
    jobs.put(n)
consumer.join()

for reading in readings:
    print(*reading, sep="\t")
