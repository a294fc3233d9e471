"""What can be sorted, natively and by __lt__."""
print(sorted([3, 1, 2]), sorted([2.5, -1.0, 1e9, 0.0]), sorted([3, 1.5, True, 10**20, -10**20]))
print(sorted('hello'), sorted(['b', 'a', 'ä', 'B', '', 'aa']), sorted([(2, 'a'), (1, 'b'), (1, 'a')]))
print(sorted([[2], [1, 5], [1], []]), sorted({'b': 1, 'a': 2}), sorted({3, 1, 2}), sorted(range(5, 0, -1)))
print(sorted([b'b', b'a']), sorted(zip('cab', range(3))), sorted(x * x % 7 for x in range(7)))


class V:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f'V{self.n}'


print(sorted([V(3), V(1), V(2)]), sorted([V(3), V(1), V(2)], reverse=True), max([V(1), V(5), V(3)], key=lambda v: v.n))
a = [V(i * 37 % 101) for i in range(101)]
a.sort()
print([v.n for v in a] == list(range(101)))
a = [(V(i % 3), i) for i in range(6)]
a.sort(key=lambda p: p[0])
print(a)
