# A lock is handed from one to the next, in the order in which they came.
import threading
from time import monotonic_ns as now, sleep

readings = []


def took(what, since):
    readings.append((threading.current_thread().name, what, since, now()))


lock = threading.Lock()


def work():
    since = now()
    with lock:
        took("waiting-for-lock", since)
        since = now()
        sleep(0.03)
        took("holding lock", since)


lock.acquire()
since = now()
threads = [threading.Thread(target=work, name=f"W{n}") for n in range(4)]
for t in threads:
    t.start()
    sleep(0.01)
took("holding lock", since)
lock.release()
for t in threads: t.join()

for reading in readings:
    print(*reading, sep="\t")
