"""Short lists are sorted with exactly CPython's comparisons."""
class Spy:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        log.append((self.n, other.n))
        return self.n < other.n


for data in ([3, 1, 2], [1, 2, 3, 4], [4, 3, 2, 1], [5, 1, 4, 1, 3, 9, 2, 6], [2, 1, 2, 1, 2, 1]):
    log = []
    print([s.n for s in sorted([Spy(n) for n in data])], log)
    log = []
    print([s.n for s in sorted([Spy(n) for n in data], reverse=True)], log)
