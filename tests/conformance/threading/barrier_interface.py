"""Barrier: everybody waits for everybody, and each gets a number."""
import threading

barrier = threading.Barrier(3)
print(repr(barrier), barrier.parties, barrier.n_waiting, barrier.broken)
numbers = []


def meet():
    for _ in range(3):
        numbers.append(barrier.wait())


threads = [threading.Thread(target=meet) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(numbers), barrier.n_waiting, barrier.broken)
alone = threading.Barrier(1, action=lambda: print("action"))
print(alone.wait(), alone.wait())
