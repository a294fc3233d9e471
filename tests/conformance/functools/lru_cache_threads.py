"""Threads share a cache: every answer is right, and the counts add up."""
import threading
from functools import lru_cache


@lru_cache(maxsize=None)
def square(x):
    return x * x


@lru_cache(maxsize=8)
def cube(x):
    return x ** 3


wrong = []


def work(n):
    for i in range(2000):
        x = (i * n) % 40
        if square(x) != x * x or cube(x) != x ** 3:
            wrong.append(x)


threads = [threading.Thread(target=work, args=(n,)) for n in (1, 3, 7, 9)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
info = square.cache_info()
print(wrong, info.currsize, info.hits + info.misses, info.misses >= 40, cube.cache_info().currsize)
