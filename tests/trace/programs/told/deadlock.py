# Two take two locks in different order, and wait for each other until they are ended.
import threading
from time import monotonic_ns as now, sleep

readings = []


def took(what, since):
    readings.append((threading.current_thread().name, what, since, now()))


fork, knife, both = threading.Lock(), threading.Lock(), threading.Barrier(2)


def eat(first, second):
    with first:
        both.wait()
        since = now()
        sleep(0.05)
        took("sleeping", since)
        print("\t".join(map(str, readings.pop())))
        with second: pass


threads = [threading.Thread(target=eat, args=locks, name=name) for name, locks in
           (("Ann", (fork, knife)), ("Bob", (knife, fork)))]
for t in threads: t.start()
for t in threads: t.join()
