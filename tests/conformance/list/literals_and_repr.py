"""List displays, list(), and how lists print."""
print([], [1], [1, 2.5, 'x', None, True], [[1], [2, [3]]])
print(list(), list('abc'), list((1, 2)), list({'a': 1, 'b': 2}), list(range(4)))
print([*range(3), *'ab', *[]])
print(['it\'s', "tab\t", 'ä'])
