"""add, discard, remove, pop, update, copy, clear and the errors."""
s = {1, 2}
print(s.add(3), s.discard(9), s.remove(1), s)
s.update('a', [4], {5: 6}, range(2))
print(len(s), 'a' in s, 6 in s)
c = s.copy()
c.clear()
print(c, len(s), s is s.copy(), frozenset([1]).copy())
for do in (lambda: s.remove(99), lambda: set().pop(), lambda: s.add([]), lambda: {[]}, lambda: set(5), lambda: frozenset([1]).add(2),
           lambda: s.remove((1, 2)), lambda: {1: 2, 3: {4}} and {{1}}):
    try:
        do()
    except (KeyError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
n = {frozenset([1, 2]), 5}
print({1, 2} in n, {1} in n)
n.discard({1, 2})
print(n)
print(sorted({3, 1}.union([2], (9,))), {1, 2, 3}.intersection([2, 3], {3}), {1, 2, 3}.difference([1], [2]), {1, 2}.symmetric_difference([2, 3]))
s = {1, 2, 3}
s.intersection_update([2, 3, 4])
s.difference_update([2])
s.symmetric_difference_update([3, 8])
print(s)
