"""A deque of bounded length drops items at the other end."""
from collections import deque
d = deque(range(10), maxlen=3)
print(d, d.maxlen)
d.append(10)
d.appendleft(-1)
print(d)
d.extend([1, 2, 3, 4])
print(d)
d.extendleft([5, 6])
print(d, d + deque([1]), d * 2, 2 * d)
d += range(100)
print(d)
try:
    d.insert(1, 'x')
except IndexError as error:
    print(error)
print(deque([1, 2], 0), deque('abc', maxlen=None), deque(maxlen=2))
for bad in (-1, 'a', 2.0):
    try:
        deque([], bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    d.maxlen = 5
except AttributeError as error:
    print(error)
print(d.copy(), d.copy().maxlen)
