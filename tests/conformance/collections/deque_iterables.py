"""Deques made from and given to what iterates."""
from collections import deque
d = deque(x * x for x in range(4))
d.extend(c for c in 'ab')
d.extendleft(iter([1, 2]))
d += (i for i in [9])
print(d)
n = deque([3, 1, 2])
print(sorted(n), max(n), sum(n), list(map(str, n)), tuple(n), set(n), *n, [*n], dict(enumerate(n)), list(zip(n, 'abc')))
a, b, c = n
first, *others = n
print(a, b, c, first, others, ' '.join(deque('xyz')), any(n), list(filter(None, deque([0, 1]))))
try:
    a, b = n
except ValueError as error:
    print(error)
n.extend(n)
print(n, deque(n, 2), deque(maxlen=0).extend([1]), deque([1, 2, 3][::-1]))
try:
    deque(1 / x for x in (1, 0))
except ZeroDivisionError as error:
    print(error)
