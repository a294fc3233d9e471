"""A callback is called once the object is gone."""
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name


def gone(reference):
    print('gone', reference() is None, reference is r)


a = Node('a')
r = weakref.ref(a, gone)
print(r.__callback__ is gone)
b = Node('b')
s = weakref.ref(b, lambda reference: print('b gone'))
del s
del a
gc.collect()
print('after', r(), r.__callback__)
del b
gc.collect()
print('end')
