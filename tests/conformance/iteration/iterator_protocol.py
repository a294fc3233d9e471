"""Classes with __iter__ and __next__, or with __getitem__."""
class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Letters:
    def __getitem__(self, i):
        return 'abc'[i]


class Many:
    def __iter__(self):
        yield 1
        yield from 'xy'


for make in (lambda: Count(3), Letters, Many):
    print(list(make()), tuple(make()), [*make()], set(make()) == set(list(make())), dict.fromkeys(make()), list(zip(make(), make())))
    print(list(enumerate(make(), 5)), list(map(str, make())), sorted(map(str, make())), 'z' in make(), any(make()), all(make()))
    a, *b = make()
    print(a, b)
print(1 in Count(3), 7 in Count(3), 'b' in Letters(), max(Count(4)), min(Count(4)), sum(Count(4)), ','.join(Letters()))
print(list(Letters()), list(reversed([*Letters()])))


class NotIterator:
    def __iter__(self):
        return 5


class Nothing:
    pass


for x in (NotIterator(), Nothing(), 5, None, len):
    try:
        for y in x:
            pass
    except TypeError as error:
        print(error)
