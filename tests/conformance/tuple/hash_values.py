"""hash() of tuples of numbers is CPython's."""
for t in ((), (1,), (1, 2), (1, 2, 3), (0.5, -1), (-1, -2), (True, 2.0), ((1, 2), (3,)), (10**20, -10**20), tuple(range(100))):
    print(t[:3], hash(t))
print(hash(range(5)), hash(range(0)) == hash(range(5, 5)), hash(range(3, 4)) == hash(range(3, 9, 50)), hash(range(0, 10, 3)))
print(hash(frozenset()), hash(frozenset([1])), hash(frozenset(range(50))), hash(frozenset([frozenset([1]), 2])))
print(hash(-1), hash(2**61 - 1), hash(2**61), hash(-2**61), hash(0.1), hash(1e300), hash(float('inf')), hash(True))
