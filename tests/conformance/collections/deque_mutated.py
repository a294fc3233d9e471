"""Changing a deque while going through it."""
from collections import deque
d = deque([1, 2, 3])
try:
    for item in d:
        print(item)
        d.append(item)
except RuntimeError as error:
    print(error)
iterator = iter(d)
next(iterator)
d[0] = 'assigning is no change'
print(next(iterator))
d.popleft()
for _ in range(2):
    try:
        print(next(iterator))
    except RuntimeError as error:
        print(error)
print([x for x in reversed(d)], iter(d).__length_hint__())
print(type(iter(d)), type(reversed(d)))
