"""Sets of small ints iterate in the order CPython's table gives."""
print(set(), {1}, {3, 1, 2}, set('a'), set([5, 3, 9, 1]), frozenset(), frozenset([2, 1]), set(range(10)))
print({x * 7 % 20 for x in range(15)}, {100, 5, 64, 32, 1}, set([8, 16, 24, 0, 32]), {-1, -2, -3, 0, 1})
s = set()
for i in (90, 18, 3, 1000, 7, 64, 12):
    s.add(i)
    print(s)
print({1, 1.0, True}, {0.5, 1.5, -2.0}, {(1, 2), (0, 1)} == {(0, 1), (1, 2)})
