# A semaphore of two lets two in at a time.
import threading
from time import monotonic_ns as now, sleep

readings = []


def took(what, since):
    readings.append((threading.current_thread().name, what, since, now()))


places, arrived = threading.Semaphore(2), []


def use():
    arrived.append(1)
    since = now()
    with places:
        took("waiting-for-semaphore", since)
        while len(arrived) < 6: sleep(0.001)
        sleep(0.05)


threads = [threading.Thread(target=use, name=f"T{n}") for n in range(6)]
for t in threads: t.start()
for t in threads: t.join()

for reading in readings:
    print(*reading, sep="\t")
