# Nine tasks in a pool of three.
import threading
from concurrent.futures import ThreadPoolExecutor
from time import monotonic_ns as now, sleep

readings = []


def took(what, since):
    readings.append((threading.current_thread().name, what, since, now()))


def task(n):
    since = now()
    sleep(0.02)
    took("sleeping", since)


with ThreadPoolExecutor(3, thread_name_prefix="pool") as pool:
    tasks = [pool.submit(task, n) for n in range(9)]
    for each in tasks:
        since = now()
        each.result()
        took("waiting-for-result", since)

for reading in readings:
    print(*reading, sep="\t")
