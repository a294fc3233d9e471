"""Searching."""
a = [1, 2, 3, 2, 1, 2.0, True, 'a', None]
print(a.index(2), a.index(2, 2), a.index(1, 1), a.index(2, -4), a.index('a', 0, 100))
print(a.count(2), a.count(1), a.count('z'), a.count(None))
print(2 in a, 'b' in a, None in a, 'b' not in a, [] in [[]])
nan = float('nan')
print(nan in [nan], [nan] == [nan], nan == nan)
for do in (lambda: a.index(99), lambda: a.index(1, 50), lambda: [].index('x'), lambda: a.index(1, 'x')):
    try:
        do()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
