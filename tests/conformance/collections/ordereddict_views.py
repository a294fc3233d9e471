"""The views of an OrderedDict."""
from collections import OrderedDict
d = OrderedDict(a=1, b=2)
print(d.keys(), d.values(), d.items())
print(type(d.keys()), list(reversed(d.items())), d.keys() & {'a'}, ('a', 1) in d.items())
print(d.keys() == {'a', 'b'}, len(d.values()))


class Cache(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            self.popitem(last=False)

    def __getitem__(self, key):
        self.move_to_end(key)
        return super().__getitem__(key)


c = Cache(3)
for key in 'abcd':
    c[key] = key.upper()
c['b']
c['e'] = 'E'
print(list(c), c)
