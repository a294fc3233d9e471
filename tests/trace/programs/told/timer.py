# A timer sets what the main thread waits for.
import threading
from time import monotonic_ns as now

readings = []


def took(what, since):
    readings.append((threading.current_thread().name, what, since, now()))


rings = threading.Event()
timer = threading.Timer(0.05, rings.set)
timer.name = "Timer"
timer.start()
since = now()
rings.wait()
took("waiting-for-event", since)
timer.join()

for reading in readings:
    print(*reading, sep="\t")
