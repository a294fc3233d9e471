"""Several dicts looked at as one."""
from collections import ChainMap

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

base, top = {'a': 1, 'b': 2}, {'b': 20, 'c': 30}
m = ChainMap(top, base)
print(m['a'], m['b'], m.get('q'), m.get('q', 5), len(m), list(m), dict(m), 'c' in m, bool(ChainMap()))
m['a'] = 100
print(top, base, m)
del m['a']
attempt(m.__delitem__, 'a')
attempt(lambda: m['zzz'])
attempt(m.pop, 'zzz')
child = m.new_child({'x': 1})
print(child, child.parents == m, child.maps[0], m.new_child(k=1))
print(m | {'n': 1}, {'n': 1} | m, sorted(m.items()), sorted(m.keys()), sorted(m.values()))
print(m.pop('b'), m['b'], m.popitem(), m)
attempt(m.popitem)
print(ChainMap.fromkeys('ab', 0), m.copy() == m, m.setdefault('s', 3), m)
