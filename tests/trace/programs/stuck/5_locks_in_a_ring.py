# Deadlock: P0, P1, P2, P3 and P4 wait for each other, in a ring.
# P0 waits in line 15 for forks[1], which P1 holds since line 13.
# P4 waits in line 15 for forks[0], which P0 holds since line 13.
# MainThread waits in line 23 for P0 to end.
# P0 → forks[1] → P1 → forks[2] → P2 → forks[3] → P3 → forks[4] → P4 → forks[0] → P0
# MainThread → P0
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
