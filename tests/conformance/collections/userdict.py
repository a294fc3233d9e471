"""UserDict: a dict to derive from."""
from collections import UserDict


class Lower(UserDict):
    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __getitem__(self, key):
        return self.data[key.lower()]


d = Lower({'A': 1}, B=2)
d.update(C=3)
d.setdefault('D', 4)
print(d, d['a'], d.get('B'), len(d), list(d), 'a' in d, sorted(d.items()))
print(d | {'E': 5}, d.copy(), type(d.copy()).__name__, d.pop('a'), d == {'b': 2, 'c': 3, 'd': 4})
try:
    UserDict()['x']
except KeyError as error:
    print(repr(error))


class Default(UserDict):
    def __missing__(self, key):
        return key * 2


print(Default()['ab'], UserDict.fromkeys('ab', 1), isinstance(d, dict))
