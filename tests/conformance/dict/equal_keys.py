"""Keys that are equal are one key; the first stays."""
d = {1: 'int'}
d[True] = 'bool'
d[1.0] = 'float'
print(d, len(d), d[1], list(d))
d = {0: 'a', 0.0: 'b', False: 'c', -0.0: 'd', 2**60: 'big', 2.0**60: 'float'}
print(d)
print({'a': 1, 'a': 2}, {(1, 2): 'x', (1.0, True + 1): 'y'}, {frozenset([1]): 1}[frozenset([True])])
print({None: 1, (): 2, '': 3, 0: 4}[None], {range(3): 'r'}[range(0, 3, 1)])
nan = float('nan')
d = {nan: 1}
print(d[nan], nan in d, {b'a': 1, 'a': 2})
