"""Threads rotate, extend and bound one deque; its items stay the same ones."""
import threading
from collections import deque
d = deque(range(50))
last = deque(maxlen=10)


def rotate(n):
    for i in range(500):
        d.rotate(n)
        d.append(d.popleft())
        last.extend([i, i + 1])
        d.reverse()


threads = [threading.Thread(target=rotate, args=(n,)) for n in (1, -3, 7)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(d), sorted(d) == list(range(50)), len(last))
