"""enumerate: start, nesting, over iterators, as an object."""
print(list(enumerate('ab')), list(enumerate([], 3)), list(enumerate('ab', 10)), list(enumerate('ab', start=-1)), dict(enumerate('xy')))
for i, (a, b) in enumerate(zip('ab', range(2)), 1):
    print(i, a, b)
e = enumerate(x * x for x in range(3))
print(next(e), list(e), list(e), type(e).__name__, iter(e) is e)
print(list(enumerate('ab', 10**20)), list(enumerate(enumerate(enumerate('a')))), list(enumerate(iter('ab'))))
for do in (lambda: enumerate(5), lambda: enumerate([], 'a'), lambda: enumerate()):
    try:
        do()
    except TypeError as error:
        print(type(error).__name__)
