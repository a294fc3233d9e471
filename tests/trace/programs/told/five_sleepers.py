# Five threads sleep, all at once.
import threading
from time import monotonic_ns as now, sleep

readings = []


def took(what, since):
    readings.append((threading.current_thread().name, what, since, now()))


def nap():
    since = now()
    sleep(0.2)
    took("sleeping", since)


threads = [threading.Thread(target=nap, name=f"S{n}") for n in range(5)]
for t in threads: t.start()
for t in threads:
    since = now()
    t.join()
    took("joining", since)

for reading in readings:
    print(*reading, sep="\t")
