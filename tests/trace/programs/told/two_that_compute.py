# Two threads compute for so long: with the GIL in turn, without it together.
import threading
from time import monotonic_ns as now

readings = []


def took(what, since):
    readings.append((threading.current_thread().name, what, since, now()))


def work():
    end = now() + 150_000_000
    while now() < end: pass


threads = [threading.Thread(target=work, name=name) for name in "AB"]
for t in threads: t.start()
for t in threads:
    since = now()
    t.join()
    took("joining", since)

for reading in readings:
    print(*reading, sep="\t")
