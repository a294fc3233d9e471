"""islice: a part of an iterator, taking no more of it than it must."""
from itertools import count, islice

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

print(list(islice('abcdefg', 3)), list(islice('abcdefg', 2, 5)), list(islice('abcdefg', 1, None, 3)))
print(list(islice('abc', 0)), list(islice('abc', None)), list(islice('abc', 5, 9)), list(islice('abcdef', None, None, 2)))
it = iter(range(10))
print(list(islice(it, 2)), next(it), list(islice(it, 1, 4, 2)), next(it))
it = iter(range(10))
print(list(islice(it, 0, 6, 4)), next(it))
c = count()
print(list(islice(c, 3, 5)), next(c))
for arguments in ((-1,), ('x',), (0, -1), (0, 5, 0), (0, 5, -1), (1, 2, 3, 4), ()):
    attempt(lambda: list(islice('abc', *arguments)))
print(type(islice([], 1)))

# How much is taken from the iterator where nothing is wanted of it, and after the last that is.
for bounds in ((5, 3), (5, 3, 2), (5, 0), (0, 0), (3, 3), (2, 9, 3), (0, 4, 3), (7,), (1, 7, 4), (3, None, 5), (0, 100, 7)):
    iterator = iter(range(20))
    print(bounds, list(islice(iterator, *bounds)), next(iterator, None))
    stumbling = iter(lambda source=iter(range(20)): next(source), None)
    print(bounds, list(islice(stumbling, *bounds)), next(stumbling, None))
