"""Operators defined by a class, reflected and in place."""


class V:
    def __init__(self, *xs):
        self.xs = xs

    def __add__(self, other):
        if not isinstance(other, V):
            return NotImplemented
        return V(*[a + b for a, b in zip(self.xs, other.xs)])

    def __mul__(self, k):
        return V(*[a * k for a in self.xs])

    __rmul__ = __mul__

    def __iadd__(self, other):
        self.xs = tuple(a + b for a, b in zip(self.xs, other.xs))
        return self

    def __neg__(self):
        return V(*[-a for a in self.xs])

    def __eq__(self, other):
        return isinstance(other, V) and self.xs == other.xs

    def __lt__(self, other):
        return self.xs < other.xs

    def __hash__(self):
        return hash(self.xs)

    def __repr__(self):
        return f"V{self.xs}"

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        return self.xs[i]

    def __contains__(self, x):
        return x in self.xs

    def __bool__(self):
        return any(self.xs)

    def __call__(self, k):
        return self * k

    def __iter__(self):
        return iter(self.xs)

    def __format__(self, spec):
        return "<" + ",".join(format(x, spec) for x in self.xs) + ">"


a, b = V(1, 2), V(3, 4)
print(a + b, a * 2, 3 * b, -a, a == V(1, 2), a != b, a < b, sorted([b, a]), len(a), a[1], 2 in a, 5 in a)
print(bool(V(0, 0)), not a, a(10), list(a), f"{a:.1f}", {a: 1}[V(1, 2)], {V(1, 2), a}, [a, b].index(V(3, 4)))
c = a
c += b
print(a, c is a, [*a], max(a, b), "yes" if a else "no")
x, y = a
print(x, y, sum([V(1, 1), V(2, 2)], V(0, 0)))
for bad in (lambda: a + 1, lambda: 1 + a, lambda: a - b, lambda: a > 1, lambda: a @ b):
    try:
        print(bad())
    except TypeError as error:
        print(error)
