"""Threads draw from one cycle in turn: each item comes up equally often."""
import itertools
import threading
from collections import Counter
turns = itertools.cycle('abcd')
taken = []


def take():
    for _ in range(1000):
        taken.append(next(turns))


threads = [threading.Thread(target=take) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(Counter(taken).items()))
