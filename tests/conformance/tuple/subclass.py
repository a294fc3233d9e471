"""A tuple with names for its items."""
class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def a(self):
        return self[0]

    @property
    def b(self):
        return self[1]

    def __repr__(self):
        return f'Pair({self.a}, {self.b})'


p = Pair(1, 2)
print(p, p.a, p.b, len(p), p == (1, 2), p + (3,), list(p), hash(p) == hash((1, 2)), {p: 1}[(1, 2)])
x, y = p
print(x, y, p[::-1], isinstance(p, tuple), sorted([Pair(2, 1), Pair(1, 9)]))
