"""filterfalse, compress, takewhile, dropwhile, starmap."""
from itertools import compress, dropwhile, filterfalse, starmap, takewhile
print(list(filterfalse(lambda x: x % 2, range(8))), list(filterfalse(None, [0, 1, '', 'a'])))
print(list(compress('abcdef', [1, 0, 1, 0, 1])), list(compress(range(5), (x % 2 for x in range(5)))))
print(list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(lambda *a: sum(a), [(1,), (1, 2), ()])))


def stops(x):
    if x == 3:
        raise StopIteration
    return True


print(list(takewhile(stops, range(10))), list(filterfalse(lambda x: not stops(x), range(10))))
try:
    list(starmap(pow, [5]))
except TypeError as error:
    print(error)
it = iter(range(6))
print(list(takewhile(lambda x: x < 2, it)), list(it))
print(type(compress([], [])), type(filterfalse(None, [])), type(starmap(pow, [])))
