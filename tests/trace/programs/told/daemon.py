# A daemon that waits is ended with the program.
import threading
from time import monotonic_ns as now, sleep

readings = []


def took(what, since):
    readings.append((threading.current_thread().name, what, since, now()))


threading.Thread(target=threading.Event().wait, name="Daemon", daemon=True).start()
since = now()
sleep(0.03)
took("sleeping", since)

for reading in readings:
    print(*reading, sep="\t")
