"""Rotating a deque."""
from collections import deque
d = deque(range(6))
for n in (1, -1, 2, -2, 0, 6, 7, -13, 100):
    d.rotate(n)
    print(n, d)
d.rotate()
print(d)
deque().rotate(3)
try:
    d.rotate('a')
except TypeError as error:
    print(error)
