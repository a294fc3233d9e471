"""Lists are compared item by item."""
lists = [[], [1], [1, 2], [1, 2, 3], [2], [1, 1], [0, 9], [1.0, 2]]
for a in lists:
    print([''.join((a < b and '<' or '', a == b and '=' or '', a > b and '>' or '')) for b in lists])
print([1, [2, 3]] == [1, [2, 3]], [1] != [2], [1, 2] == (1, 2), [] == False)
print(['a', 'b'] < ['a', 'c'], [[1], [2]] <= [[1], [2]], (1, 'a') < (1, 'b'))
for do in (lambda: [1] < (1,), lambda: [1] < ['a'], lambda: [1, 'a'] < [1, 2], lambda: [None] < [None, 1] < [None]):
    try:
        print(do())
    except TypeError as error:
        print(error)
