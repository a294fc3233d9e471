"""reversed: sequences, ranges, dicts, __reversed__ and the sequence protocol."""
print(list(reversed('abc')), list(reversed((1, 2))), list(reversed(range(0, 10, 4))), list(reversed({'a': 1, 'b': 2})), list(reversed(b'ab')))


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 10


class Rev:
    def __reversed__(self):
        return iter('reversed')


print(list(reversed(Seq())), ''.join(reversed(Rev())), ''.join(reversed('été')))
for x in ({1}, 5, (i for i in 'a'), None, object):
    try:
        reversed(x)
    except TypeError as error:
        print(error)
d = {i: i for i in range(5)}
del d[2]
print(list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())))
