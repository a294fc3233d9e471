"""A weak reference: its object, until that is collected."""
import gc
import weakref


class Node:
    pass


node = Node()
r = weakref.ref(node)
print(r() is node, weakref.ref(node) is r, weakref.getweakrefcount(node), weakref.getweakrefs(node) == [r])
del node
gc.collect()
print(r(), weakref.getweakrefcount(5))
for value in (1, 'a', [1], (1,), None, {}, 2.5):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)
for value in ({1}, frozenset(), print, Node, weakref, lambda: None, (x for x in 'a')):
    print(weakref.ref(value)() is value, end=' ')
print()


class Slots:
    __slots__ = ()


class Weak:
    __slots__ = ('__weakref__',)


try:
    weakref.ref(Slots())
except TypeError as error:
    print(error)
w = Weak()
print(weakref.ref(w)() is w, type(r), weakref.ReferenceType is weakref.ref)
