# A thread ends with an exception.
import threading
from time import monotonic_ns as now

readings = []


def took(what, since):
    readings.append((threading.current_thread().name, what, since, now()))


def work():
    raise ValueError("no")


t = threading.Thread(target=work, name="Hapless")
t.start()
since = now()
t.join()
took("joining", since)

for reading in readings:
    print(*reading, sep="\t")
