"""Weak references and __del__: who comes first."""
import gc
import weakref


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, reference() is None)


print("-- an object that nothing refers to: the reference is good until it is gone")
x = Named("x")
reference = weakref.ref(x, lambda r: print("callback", r() is None))
del x
gc.collect()
print(reference() is None)

print("-- in a cycle: the reference goes first")
y = Named("y")
y.me = y
reference = weakref.ref(y, lambda r: print("callback", r() is None))
del y
gc.collect()

print("-- a reference that is garbage itself")
z = Named("z")
z.me = z
reference = weakref.ref(z)
z.reference = weakref.ref(z, lambda r: print("never"))
del z
gc.collect()

print("-- what it owns")


class Part:
    pass


whole = Named("whole")
whole.part = Part()
reference = weakref.ref(whole.part, lambda r: print("part gone"))
del whole
gc.collect()

print("-- kept")


class Phoenix:
    def __del__(self):
        global kept
        print("rises", weak() is None)
        kept = self


phoenix = Phoenix()
weak = weakref.ref(phoenix)
del phoenix
gc.collect()
print(weak() is kept)
del kept
gc.collect()
print(weak())

print("-- containers, finalize")
reference = lambda: None
table = weakref.WeakValueDictionary()
value = Named("value")
table["key"] = value
weakref.finalize(value, print, "finalize of value")
del value
gc.collect()
print(len(table), list(table))
last = Named("last")
weakref.finalize(last, print, "finalize of last")
print("end")
