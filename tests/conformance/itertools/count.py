"""count: numbers without end."""
import itertools
from itertools import count, islice

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

print(list(islice(count(), 5)), list(islice(count(10, -3), 4)), list(islice(count(0.5, 0.25), 4)))
print(list(islice(count(2 ** 47 - 2), 4)), list(islice(count(10 ** 20, 10 ** 20), 3)), list(islice(count(step=2), 3)))
c = count(3)
print(c, next(c), next(c), c, count(1, 5), count(1.5), count(-2 ** 70, 3), iter(c) is c)
print(type(c), itertools.count.__name__, itertools.count.__module__)
attempt(count, 'a')
attempt(count, 1, 'a')
attempt(count, 1, 2, 3)
print(list(zip('abc', count(1))), list(islice(count(True), 3)))
