"""A cycle of objects is collected; a weak reference in it keeps nothing."""
import gc
import weakref


class Parent:
    def __init__(self):
        self.children = []

    def add(self, child):
        self.children.append(child)
        child.parent = weakref.ref(self)


class Child:
    parent = None


parent = Parent()
child = Child()
parent.add(child)
print(child.parent() is parent)
del parent
gc.collect()
print(child.parent())


class Link:
    pass


def make():
    a, b = Link(), Link()
    a.other, b.other = b, a
    return weakref.ref(a)


r = make()
gc.collect()
print(r())
