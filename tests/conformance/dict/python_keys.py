"""Keys with __eq__ and __hash__ written in Python."""
class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f'K{self.n}'


d = {Key(i): i for i in range(7)}
print(d, d[Key(3)], d.get(Key(99)), d.get(Key(2), 'no'), Key(6) in d, Key(7) in d, len(d))
d[Key(3)] = 'three'
d[Key(10)] = 'ten'
print(d.pop(Key(0)), d.pop(Key(0), 'gone'), d.setdefault(Key(1), 'x'), d.setdefault(Key(50), 'fifty'))
del d[Key(4)]
print(d)
for do in (lambda: d[Key(99)], lambda: d.pop(Key(98))):
    try:
        do()
    except KeyError as error:
        print('KeyError', error)
print(d == dict(d), dict(zip([Key(1), Key(1)], 'ab')), dict.fromkeys([Key(2), Key(2)], 0), {Key(1), Key(1), Key(2)})
d.update({Key(1): 'updated'})
print(d | {Key(2): 'or'}, list(d.keys())[0] == Key(1), Key(1) in d.keys(), (Key(5), 5) in d.items())
print({1: 'int', Key(1): 'key'}, {Key(1): 'key', 1: 'int'}[1])
