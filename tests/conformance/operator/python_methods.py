"""Operators whose methods are written in Python, and those that are missing."""
import operator as op

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)



class Vector:
    def __init__(self, *v):
        self.v = v

    def __add__(self, other):
        return Vector(*[a + b for a, b in zip(self.v, other.v)])

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.v, other.v))

    def __neg__(self):
        return Vector(*[-a for a in self.v])

    def __eq__(self, other):
        return self.v == other.v

    def __getitem__(self, i):
        return self.v[i]

    def __bool__(self):
        return any(self.v)

    def __index__(self):
        return len(self.v)

    def __iadd__(self, other):
        self.v += other.v
        return self


a, b = Vector(1, 2), Vector(3, 4)
print(op.add(a, b).v, op.matmul(a, b), op.neg(a).v, op.eq(a, Vector(1, 2)), op.getitem(a, 1), op.truth(Vector(0)), op.not_(a), op.index(a))
print(op.iadd(a, b) is a, a.v, op.contains(a, 4))
attempt(op.add, 1, 'a')
attempt(op.sub, a, b)
attempt(op.isub, a, b)
attempt(op.lt, a, b)
attempt(op.index, 'a')
attempt(op.concat, 1, 2)
attempt(op.indexOf, [1], 2)
attempt(op.length_hint, [], 'a')
attempt(op.getitem, 5, 1)
attempt(op.invert, 'a')
