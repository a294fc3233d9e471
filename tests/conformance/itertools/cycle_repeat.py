"""cycle and repeat."""
from itertools import cycle, islice, repeat

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

print(list(islice(cycle('abc'), 8)), list(islice(cycle(i * i for i in range(3)), 7)), list(cycle([])))
print(list(repeat(5, 3)), list(repeat(5, 0)), list(repeat(5, -2)), list(islice(repeat(None), 3)))
r = repeat('x', 4)
next(r)
print(r, repeat(1), r.__length_hint__(), list(map(pow, range(4), repeat(2))))
attempt(repeat, 1, 'a')
attempt(repeat(1).__length_hint__)
attempt(cycle, 5)
attempt(cycle)
source = [1, 2]
c = cycle(source)
print(next(c))
source.append(3)
print([next(c) for _ in range(5)])
names = cycle(['ann', 'bob'])
print(next(names), next(names), next(names))
