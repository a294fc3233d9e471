"""Slices: every combination of bounds and steps."""
a = list(range(10))
for s in (slice(None), slice(2, 5), slice(-3, None), slice(None, -3), slice(None, None, 2), slice(None, None, -1),
          slice(8, 2, -2), slice(5, 5), slice(20, 30), slice(-100, 100, 3), slice(3, -100, -1), slice(10**30), slice(-10**30, 3)):
    print(s, a[s], tuple(a)[s], 'abcdefghij'[s])
b = a[:]
b.append(1)
print(a == b, a is a[:], len(a))
for do in (lambda: a[::0], lambda: a['x':], lambda: a[1.5], lambda: a['x'], lambda: a[10], lambda: a[-11], lambda: a[2**100]):
    try:
        do()
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
