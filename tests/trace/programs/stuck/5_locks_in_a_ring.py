# Deadlock: P0, P1, P2, P3 and P4 wait for each other, in a ring.
# P0 waits in line 13 for forks[1], which P1 holds since line 11.
# P4 waits in line 13 for forks[0], which P0 holds since line 11.
# MainThread waits in line 21 for P0 to end.
import threading
forks = [threading.Lock() for _ in range(5)]
all_there = threading.Barrier(5)


def dine(i):
    with forks[i]:
        all_there.wait()
        with forks[(i + 1) % 5]:
            pass


threads = [threading.Thread(target=dine, args=(i,), name=f"P{i}") for i in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
