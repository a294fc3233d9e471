"""chain: one iterable after the other."""
from itertools import chain
print(list(chain('ab', [1, 2], (), {3: 4})), list(chain()), list(chain.from_iterable(['ab', range(2)])))


def endless():
    n = 0
    while True:
        yield [n, -n]
        n += 1


c = chain.from_iterable(endless())
print([next(c) for _ in range(5)], type(c), iter(c) is c)
try:
    for item in chain([1], 5, [2]):
        print(item)
except TypeError as error:
    print(error)
print(sum(chain([1, 2], [3])), max(chain('abc', 'z')), next(chain(), 'default'), [*chain([1], [2])])
