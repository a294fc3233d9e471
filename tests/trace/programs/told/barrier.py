# A barrier lets all go when the last has come.
import threading
from time import monotonic_ns as now, sleep

readings = []


def took(what, since):
    readings.append((threading.current_thread().name, what, since, now()))


meeting = threading.Barrier(3)


def come(n):
    while meeting.n_waiting < n: sleep(0.01)
    sleep(0.03)
    since = now()
    meeting.wait()
    took("waiting-for-barrier", since)


threads = [threading.Thread(target=come, args=(n,), name=f"T{n}") for n in range(3)]
for t in threads: t.start()
for t in threads: t.join()

for reading in readings:
    print(*reading, sep="\t")
