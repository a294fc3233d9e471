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
