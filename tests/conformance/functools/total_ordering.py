"""total_ordering: the missing comparisons."""
from functools import total_ordering


def make(name):
    class Version:
        def __init__(self, n):
            self.n = n

        def __eq__(self, other):
            return self.n == other.n if isinstance(other, Version) else NotImplemented

    operators = {'__lt__': lambda a, b: a < b, '__le__': lambda a, b: a <= b,
                 '__gt__': lambda a, b: a > b, '__ge__': lambda a, b: a >= b}
    compare = operators[name]
    setattr(Version, name, lambda self, other: compare(self.n, other.n) if isinstance(other, Version) else NotImplemented)
    return total_ordering(Version)


for name in ('__lt__', '__le__', '__gt__', '__ge__'):
    V = make(name)
    print(name, V(1) < V(2), V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) < V(1), V(3) > V(3), V(1) == V(1), V(1) != V(2))
    try:
        V(1) <= 5
    except TypeError as error:
        print(error)
try:
    total_ordering(type('Nothing', (), {}))
except ValueError as error:
    print(error)
print(sorted([V(3), V(1), V(2)], key=None)[0].n, max(V(1), V(5)).n)
