"""Ranges: length, items, slices, membership, equality."""
for r in (range(5), range(2, 5), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 2), range(-3, 3), range(0, 1, 5)):
    print(r, list(r), len(r), bool(r), r.start, r.stop, r.step)
r = range(0, 20, 3)
print(r[0], r[-1], r[2:5], r[::-1], r[::2], r[10:], 9 in r, 10 in r, 9.0 in r, 'a' in r, True in range(2), r.index(9), r.count(9), r.count(1))
print(range(3) == range(0, 3), range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 5), range(3) != [0, 1, 2], hash(range(0, 3, 2)) == hash(range(0, 4, 2)))
print(list(reversed(r)), max(r), min(r), sum(r), sorted(r, reverse=True), tuple(r), [*r], repr(range(1, 2, 3)))
for do in (lambda: range(), lambda: range(1, 2, 0), lambda: range('a'), lambda: range(1.5), lambda: range(1, 2, 3, 4), lambda: r[100], lambda: r['a'], lambda: r.index(1), lambda: range(3) + range(3)):
    try:
        do()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
