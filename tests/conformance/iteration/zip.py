"""zip: shortest, strict, unzipping."""
print(list(zip()), list(zip('abc')), list(zip('abc', range(2))), list(zip([1, 2], (3, 4), {5: 0, 6: 0})))
print(list(zip(*[(1, 'a'), (2, 'b')])), dict(zip('ab', [1, 2])), [a + b for a, b in zip([1, 2], [10, 20])])
it = iter(range(6))
print(list(zip(it, it)), list(zip((x for x in range(3)), 'ab')), list(zip(range(3), (x for x in 'xy'), [7, 8, 9])))
z = zip('ab', 'cd')
print(next(z), list(z), list(z), type(z).__name__)
for sources in (([1], [1, 2]), ([1, 2], [1]), ([1], [1], []), ([], [1], []), ((x for x in 'a'), 'ab'), ((x for x in 'ab'), 'a')):
    try:
        print(list(zip(*sources, strict=True)))
    except ValueError as error:
        print(error)
print(list(zip([1, 2], 'ab', strict=True)))
for do in (lambda: zip(5), lambda: zip([1], 5)):
    try:
        do()
    except TypeError as error:
        print(error)
