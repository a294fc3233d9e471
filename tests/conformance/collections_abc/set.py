from collections.abc import MutableSet, Set


class Ordered(MutableSet):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)

    def __repr__(self):
        return f"Ordered({self.items})"


a = Ordered([1, 2, 3])
b = Ordered([3, 4])
print(a | b, a & b, a - b, a ^ b, a | {9}, {3, 4} & a, [7] | a)
print(a == {1, 2, 3}, a == Ordered([3, 2, 1]), a <= Ordered([1, 2, 3, 4]), a < a, a >= {1}, a > {1}, a != b)
print(a.isdisjoint([7, 8]), a.isdisjoint(b), isinstance(a, Set), a == [1, 2, 3])
a |= {5}
a -= {1}
print(a)
a &= {5, 2}
print(a)
a ^= {2, 8}
print(a, a.pop(), a)
a.remove(8)
for action in (lambda: a.remove(8), lambda: a.pop(), lambda: a | 5, lambda: a < 5, lambda: hash(a)):
    try:
        action()
    except (KeyError, TypeError) as error:
        print(repr(error))


class Frozen(Set):
    def __init__(self, items):
        self.items = frozenset(items)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    __hash__ = Set._hash


print(hash(Frozen("ab")) == hash(Frozen("ba")), {Frozen([1]): 2}[Frozen([1])], type(Frozen([1]) | Frozen([2])).__name__)
