"""next and iter, with a default and with a sentinel."""
it = iter([1, 2])
print(next(it), next(it), next(it, 'default'), iter(it) is it)
try:
    next(it)
except StopIteration as error:
    print('StopIteration', error.args)
values = iter([3, 2, 1, 0, 5])
print(list(iter(lambda: next(values), 0)), list(values))
for do in (lambda: next(5), lambda: next([]), lambda: iter(5), lambda: iter(5, 5)):
    try:
        do()
    except TypeError as error:
        print(error)
for source in ('a', [1], (1,), {1: 2}, {1}, range(1), b'x', {}.keys(), {}.values(), {}.items(), range(10**30)):
    print(type(iter(source)).__name__, end=' ')
print()
print(type(iter(lambda: 0, 0)).__name__, type(reversed([])).__name__, type(reversed('')).__name__, type(reversed(range(0))).__name__, type(reversed({})).__name__)
