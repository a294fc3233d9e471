"""References compare and hash as what they refer to."""
import gc
import weakref


class Value:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return hash(self.n)


a, b = Value(1), Value(1)
ra, rb = weakref.ref(a), weakref.ref(b)
print(ra == rb, ra is rb, hash(ra) == hash(1), {ra: 'x'}[rb], ra != weakref.ref(Value(3)))
del a
gc.collect()
print(ra == rb, ra == ra, hash(ra) == hash(1))
c = Value(2)
rc = weakref.ref(c)
del c
gc.collect()
try:
    hash(rc)
except TypeError as error:
    print(error)
