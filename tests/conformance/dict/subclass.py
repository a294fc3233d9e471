"""A subclass of dict, __missing__ and overridden methods."""
class Default(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


d = Default(a=1)
print(d['a'], d['b'], d, d.get('zz'), 'zz' in d, len(d))


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.upper())


u = Upper()
u['x'] = 1
u.extra = 'attribute'
print(u, u['X'], u['x'], u.extra, isinstance(u, dict), u == {'X': 1}, dict(u), {**u}, list(u.items()))
u.update(y=2)
print(u, u.pop('y'))
try:
    u['q']
except KeyError as error:
    print('KeyError', error)
