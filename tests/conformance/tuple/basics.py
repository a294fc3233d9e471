"""Tuples: displays, indexing, slices, operators."""
print((), (1,), (1, 2), tuple(), tuple('ab'), tuple([1, 2]), ((),), 1,)
t = (1, 2, 3, 2)
print(t[0], t[-1], t[1:], t[::-1], len(t), t + (5,), t * 2, 0 * t, t.count(2), t.index(2), t.index(2, 2))
print(2 in t, 9 in t, t == (1, 2, 3, 2), t < (1, 2, 4), t != t, max(t), min(t), sum(t))
print(t is t[:], t is tuple(t), hash(t) == hash((1, 2, 3, 2)))
for do in (lambda: t[9], lambda: t['a'], lambda: t.index(9), lambda: t + [1], lambda: t * 1.0):
    try:
        do()
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    t[0] = 1
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
