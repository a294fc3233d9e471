"""get, setdefault, pop, popitem, in, del, and their errors."""
d = {'a': 1}
print(d.get('a'), d.get('b'), d.get('b', 5), d.setdefault('a', 9), d.setdefault('c'), d.setdefault('d', []), d)
d['d'].append(1)
print(d.pop('a'), d.pop('a', 'none'), d, 'c' in d, 'x' in d, 'x' not in d)
for do in (lambda: d['x'], lambda: d.pop('x'), lambda: {}.popitem(), lambda: d[(1, 'x')], lambda: d[None], lambda: d[[]], lambda: [] in d,
           lambda: d.get([]), lambda: d.setdefault({}, 1)):
    try:
        do()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error, error.args)
try:
    del d['x']
except KeyError as error:
    print('KeyError', error)
print(d.popitem(), d.popitem(), d)
