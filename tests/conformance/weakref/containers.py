"""WeakValueDictionary, WeakKeyDictionary, WeakSet."""
import gc
import weakref


class Obj:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


a, b, c = Obj('a'), Obj('b'), Obj('c')
values = weakref.WeakValueDictionary({'a': a, 'b': b})
values['c'] = c
keys = weakref.WeakKeyDictionary()
keys[a] = 1
keys[b] = 2
objects = weakref.WeakSet([a, b])
objects.add(c)
print(len(values), len(keys), len(objects), sorted(values), 'a' in values, b in keys, c in objects)
print(values['a'], values.get('zz', 'none'), keys[a], sorted(keys.values()), sorted(map(str, objects)))
del a
gc.collect()
print(len(values), len(keys), len(objects), sorted(values.items(), key=str), list(keys.items()), sorted(map(str, objects)))
try:
    values['a']
except KeyError as error:
    print(repr(error))
print(values.pop('b'), values.setdefault('d', c), sorted(values.keys()), keys.pop(b), len(keys))
objects.discard(b)
print(list(objects), objects == weakref.WeakSet([c]), list(objects | {b}) != [], 5 in objects)
try:
    values['x'] = 5
except TypeError as error:
    print(error)
