"""Items with __eq__ and __hash__ written in Python."""
class Item:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 4

    def __eq__(self, other):
        return isinstance(other, Item) and self.n == other.n

    def __repr__(self):
        return f'I{self.n}'


def show(s):
    print(sorted(s, key=lambda i: i.n))


a = {Item(i) for i in range(6)}
b = set([Item(4), Item(5), Item(6), Item(6)])
show(a | b)
show(a & b)
show(a - b)
show(a ^ b)
print(Item(3) in a, Item(9) in a, len(b), a == {Item(i) for i in range(6)}, a < a | b, a.isdisjoint([Item(77)]), {Item(1)} <= a)
a.add(Item(1))
a.discard(Item(2))
a.remove(Item(3))
a.update([Item(0), Item(50)])
show(a)
try:
    a.remove(Item(3))
except KeyError as error:
    print('KeyError', error)
c = set(a)
c |= b
c -= {Item(4)}
c &= {Item(0), Item(5), Item(50)}
c ^= {Item(0), Item(7)}
show(c)
show(a.union(b, [Item(8)]))
show(a.intersection([Item(0), Item(1)]))
show(frozenset(b).difference([Item(4)]))
print(type(frozenset(b) | a).__name__, hash(frozenset([Item(1)])) == hash(frozenset([Item(1)])))
show(set(iter([Item(1), Item(1)])))
