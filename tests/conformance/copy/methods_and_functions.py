"""Deep copies of bound methods, functions, deques, exceptions."""
import copy
import functools
from collections import deque


class Holder:
    def __init__(self):
        self.items = [1]

    def get(self):
        return self.items


h = Holder()
made = copy.deepcopy(h.get)
print(made(), made() is h.items, made.__self__ is h)
print(copy.deepcopy(functools.partial(int, base=2))('11'), copy.copy(len) is len)
d = deque([[1], [2]], maxlen=3)
e = copy.deepcopy(d)
print(e, e[0] is d[0], e.maxlen, copy.copy(d)[0] is d[0])
loop = deque()
loop.append(loop)
print(copy.deepcopy(loop)[0] is not loop)
error = KeyError('k', [1])
error.extra = 5
other = copy.deepcopy(error)
print(repr(other), other.extra, other.args[1] is error.args[1])
