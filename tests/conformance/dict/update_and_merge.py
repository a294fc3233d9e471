"""update, |, |=, copy, fromkeys, clear."""
a, b = {'x': 1, 'y': 2}, {'y': 3, 'z': 4}
print(a | b, b | a, a)
a |= b
print(a)
a |= [('x', 'pair'), ('q', 0)]
print(a)
a.update({'x': 5})
a.update([('p', 1)], q=2)
a.update(x=6)
a.update()
print(a)
c = a.copy()
c['x'] = 'copy'
print(a['x'], c['x'], dict.fromkeys('aba'), dict.fromkeys([1, 2], 0), {}.fromkeys((i for i in range(2)), 'v'))
a.clear()
print(a, c == dict(c), c != {}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {1: 2} == {1: 3}, {1: 2} == [1])
for do in (lambda: {} | [1], lambda: {} + {}, lambda: {} < {}, lambda: {}.update(5), lambda: {}.update([1])):
    try:
        do()
    except TypeError as error:
        print(error)


class Mapping:
    def keys(self):
        return ['m', 'n']

    def __getitem__(self, key):
        return key * 2


print(dict(Mapping()), {**Mapping()})
d = {}
d.update(Mapping())
print(d, (lambda **kw: kw)(**Mapping()))
