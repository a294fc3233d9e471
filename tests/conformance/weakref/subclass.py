"""A class derived from ref."""
import gc
import weakref


class Obj:
    pass


class Named(weakref.ref):
    def __init__(self, obj, callback=None, name=None):
        super().__init__(obj, callback)
        self.name = name


o = Obj()
n = Named(o, name='n')
print(n() is o, n.name, n == weakref.ref(o), type(n).__name__, isinstance(n, weakref.ref), n is Named(o))
del o
gc.collect()
print(n() is None, n.name)
