"""Threads share a deque: nothing is lost, nothing is taken twice."""
import threading
from collections import deque
d = deque()
taken = deque()


def put(n):
    for i in range(2000):
        d.append((n, i))


def take():
    while True:
        finished = done.is_set()
        try:
            item = d.popleft()
        except IndexError:
            if finished:
                return
            continue
        taken.append(item)


class Flag:
    def __init__(self):
        self.value = False

    def set(self):
        self.value = True

    def is_set(self):
        return self.value


done = Flag()
putters = [threading.Thread(target=put, args=(n,)) for n in range(3)]
takers = [threading.Thread(target=take) for _ in range(3)]
for thread in putters + takers:
    thread.start()
for thread in putters:
    thread.join()
done.set()
for thread in takers:
    thread.join()
print(len(d), len(taken), len(set(taken)))
