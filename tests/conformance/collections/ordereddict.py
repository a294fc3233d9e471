"""An OrderedDict: order that counts and can be changed."""
from collections import OrderedDict

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

d = OrderedDict([('a', 1), ('b', 2)], c=3)
print(d, OrderedDict(), list(d), list(reversed(d)))
d.move_to_end('a')
print(list(d))
d.move_to_end('c', last=False)
print(list(d.items()))
attempt(d.move_to_end, 'zzz')
print(d.popitem(), d.popitem(last=False), d)
d['new'] = 5
d['b'] = 6
del d['new']
d['new'] = 7
print(d, d.pop('new'), d.pop('new', 'default'))
attempt(d.pop, 'new')
d.clear()
attempt(d.popitem)
attempt(d.popitem, last=False)
a, b = OrderedDict(x=1, y=2), OrderedDict(y=2, x=1)
print(a == b, a == {'y': 2, 'x': 1}, a != b, a == OrderedDict(x=1, y=2))
print(a | {'z': 3}, {'z': 3} | a, OrderedDict.fromkeys('abc', 0), a.copy(), type(a.copy()).__name__)
a |= {'x': 9}
print(a, a.setdefault('q', 1), a.get('nothing'))
a['self'] = a
print(a)
