"""Shallow copies share what is inside."""
import copy
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple


class Node:
    def __init__(self, value, children):
        self.value = value
        self.children = children


n = Node(1, [2])
c = copy.copy(n)
c.value = 9
c.children.append(3)
print(n.value, n.children, c.children is n.children, type(c).__name__)
a = [1, [2]]
b = copy.copy(a)
print(b == a, b is a, b[1] is a[1])
for value in (5, 'text', (1, [2]), None, len, Node, range(3), 2.5, frozenset([1]), True):
    print(copy.copy(value) is value, end=' ')
print()
P = namedtuple('P', 'x y')
for value in ({'k': [1]}, {1, 2}, deque([1], 3), OrderedDict(a=1), defaultdict(list, a=[1]), Counter('aab'), P(1, 2)):
    made = copy.copy(value)
    print(made, made == value, made is value, type(made) is type(value))


class Special:
    def __copy__(self):
        return 'made by __copy__'


print(copy.copy(Special()))


class L(list):
    pass


l = L([1, 2])
l.name = 'n'
m = copy.copy(l)
print(m, m.name, type(m).__name__, m is l)


class Slots:
    __slots__ = ('a', 'b')


s = Slots()
s.a = [1]
t = copy.copy(s)
print(t.a is s.a, hasattr(t, 'b'))
error = ValueError('x', 1)
error.note = 'n'
e = copy.copy(error)
print(repr(e), e.note)
