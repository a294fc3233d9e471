"""lru_cache: results remembered, the least recently used forgotten first."""
from functools import lru_cache


@lru_cache(maxsize=3)
def square(x):
    print('computing', x)
    return x * x


print(square(2), square(3), square(2), square(4), square(5), square(3), square(2))
print(square.cache_info(), square.cache_parameters(), square.__name__, square.__wrapped__(7))
square.cache_clear()
print(square.cache_info(), square(2))


@lru_cache
def plain(*args, **kwargs):
    return args, sorted(kwargs.items())


print(plain(1, 2), plain(1, b=2), plain(1, 2), plain(a=1, b=2), plain(b=2, a=1), plain.cache_info())


@lru_cache(maxsize=None, typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed('1'), typed(1), typed.cache_info())


@lru_cache(maxsize=0)
def never(x):
    return x


print(never(1), never(1), never.cache_info(), lru_cache(maxsize=-5)(len).cache_info())
try:
    square([1])
except TypeError as error:
    print(error)
try:
    lru_cache('many')
except TypeError as error:
    print(error)
print(square.cache_info().hits, square.cache_info()[3], square.cache_info()._asdict())
