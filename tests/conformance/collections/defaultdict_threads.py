"""Threads that find no value yet agree on one: no item put into it is lost."""
import threading
from collections import defaultdict
groups = defaultdict(list)


def work(n):
    for i in range(1000):
        groups[i % 50].append(n)


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(groups), sum(len(group) for group in groups.values()))
