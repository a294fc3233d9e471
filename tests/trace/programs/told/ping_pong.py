# Two play ping-pong with a condition.
import threading
from time import monotonic_ns as now

readings = []


def took(what, since):
    readings.append((threading.current_thread().name, what, since, now()))


turn, ready = [0], threading.Condition()


def play(me):
    for _ in range(20):
        with ready:
            while turn[0] != me:
                since = now()
                ready.wait()
                took("waiting-for-condition", since)
            turn[0] = 1 - me
            ready.notify()


threads = [threading.Thread(target=play, args=(n,), name="AB"[n]) for n in range(2)]
for t in threads: t.start()
for t in threads: t.join()

for reading in readings:
    print(*reading, sep="\t")
