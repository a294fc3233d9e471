"""__missing__ of a subclass, and a factory that raises."""
from collections import defaultdict


class Squares(defaultdict):
    def __missing__(self, key):
        self[key] = value = key * key
        return value


s = Squares()
print(s[4], s[5], s)


def fails():
    raise ValueError('no value today')


d = defaultdict(fails)
try:
    d['x']
except ValueError as error:
    print(error, dict(d))


class Loud(defaultdict):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)


loud = Loud(list)
loud['a'].append(1)
loud['a'].append(2)
print(loud)
