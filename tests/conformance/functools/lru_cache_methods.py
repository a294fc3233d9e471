"""Caches for methods, recursion, exceptions, keys compared in Python."""
from functools import cache, lru_cache


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info())


class Circle:
    def __init__(self, r):
        self.r = r

    @lru_cache
    def area(self, scale=1):
        print('area of', self.r)
        return 3 * self.r * self.r * scale

    @staticmethod
    @cache
    def half(x):
        print('half', x)
        return x / 2


c = Circle(2)
print(c.area(), c.area(), c.area(2), Circle(3).area(), Circle.area.cache_info(), c.half(5), Circle.half(5))

calls = []


@cache
def fails(x):
    calls.append(x)
    raise ValueError(x)


for _ in range(2):
    try:
        fails(1)
    except ValueError as error:
        print('raised', error)
print(calls, fails.cache_info())


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return self.n == other.n


@lru_cache(maxsize=2)
def by_key(key):
    return key.n * 10


print(by_key(Key(1)), by_key(Key(2)), by_key(Key(1)), by_key(Key(3)), by_key(Key(1)), by_key(Key(2)), by_key.cache_info())
print(cache(len)('abc'), callable(fib))
