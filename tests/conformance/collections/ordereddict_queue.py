"""First in, first out through an OrderedDict and a dict, many times over."""
from collections import OrderedDict
d = OrderedDict()
for i in range(3000):
    d[i] = i
    if len(d) > 100:
        d.popitem(last=False)
    if i % 7 == 0:
        d.move_to_end(next(iter(d)))
print(len(d), list(d)[:5], list(d)[-3:])
plain = {}
for i in range(3000):
    plain[i] = i
    if len(plain) > 10:
        del plain[next(iter(plain))]
print(list(plain))
while plain:
    plain.popitem()
plain['again'] = 1
print(plain, list(plain.items()))


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self.name == other.name


k = OrderedDict((Key(n), n) for n in 'abc')
k.move_to_end(Key('a'))
print([key.name for key in k])
k.move_to_end(Key('c'), last=False)
print([key.name for key in k])
