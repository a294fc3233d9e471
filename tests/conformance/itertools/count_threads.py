"""Threads share one counter: every number is given once."""
import itertools
import threading
counter = itertools.count()
pairs = zip(itertools.repeat('n'), itertools.count())
taken = []


def take():
    taken.extend([next(counter) for _ in range(3000)])


threads = [threading.Thread(target=take) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(taken), len(set(taken)), max(taken), next(counter), next(pairs))
