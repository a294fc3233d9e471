"""tee: several iterators from one."""
from itertools import tee
a, b = tee(range(5))
print(next(a), next(a), list(b), list(a))
x, y, z = tee((i * i for i in range(4)), 3)
print(list(x), next(y), list(z), list(y), tee([], 0))
try:
    tee([], -1)
except ValueError as error:
    print(error)
try:
    tee(5)
except TypeError as error:
    print(error)
first, second = tee('abc')
next(second)
print(list(zip(first, second)))
