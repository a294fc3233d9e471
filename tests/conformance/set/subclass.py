"""Subclasses of set and frozenset."""
class Tags(set):
    def add(self, item):
        super().add(item.lower())


t = Tags(['x'])
t.add('ABC')
t.note = 1
print(sorted(t), t.note, isinstance(t, set), type(t | {'q'}).__name__, t == {'x', 'abc'}, repr(Tags()), repr(Tags([1])))


class F(frozenset):
    pass


f = F([1, 2])
print(f, {f: 1}[frozenset([1, 2])], type(f).__name__, type(F(frozenset([3]))).__name__, frozenset([3]))
