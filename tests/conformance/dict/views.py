"""keys, values and items show the dict as it is."""
d = {'a': 1, 'b': 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), list(v), ('a', 1) in i, ('a', 2) in i, 'a' in k, 2 in v, 5 in v)
d['c'] = 3
print(k, v, i)
print(k & {'a', 'z'}, k - {'a', 'b'}, sorted(k | 'xa'), sorted(k ^ {'a', 'q'}), i & {('a', 1), 5})
print(k == {'a', 'b', 'c'}, k == ['a', 'b', 'c'], k >= {'a'}, k > set('abc'), k.isdisjoint('xyz'), k.isdisjoint('cab'))
print(list(reversed(k)), list(reversed(v)), list(reversed(i)), v == v, v == d.values(), k == d.keys())
print({} .keys(), {}.items(), type(k).__name__, sorted({'x', 'a'} & k), sorted({'x'} | k))
