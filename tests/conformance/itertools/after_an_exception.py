"""An iterator goes on with the next item after what it called, or went through, has raised."""
from itertools import accumulate, chain, compress, dropwhile, filterfalse, groupby, islice, pairwise, starmap
from itertools import takewhile, zip_longest


def upset_by(bad):
    def function(*values):
        if bad in values:
            raise KeyError(bad)
        return values[0] > 0
    return function


def drain(iterator):
    taken = []
    while len(taken) < 20:
        try:
            taken.append(next(iterator))
        except StopIteration:
            return taken
        except Exception as error:
            taken.append(type(error).__name__)
    return taken


def stumbling(count, bad):
    """An iterator, not a generator, that raises once."""
    class Stumbling:
        place = 0

        def __iter__(self):
            return self

        def __next__(self):
            self.place += 1
            if self.place == bad:
                raise KeyError(bad)
            if self.place > count:
                raise StopIteration
            return self.place
    return Stumbling()


print(drain(map(upset_by(3), range(1, 6))))
print(drain(map(int, ["1", "x", "3"])))
print(drain(map(upset_by(3), range(1, 6), range(6, 11))))
print(drain(filter(upset_by(3), range(1, 6))))
print(drain(filterfalse(upset_by(3), range(-1, 6))))
print(drain(starmap(upset_by(3), [(1, 2), (3, 4), (5, 6)])))
print(drain(takewhile(upset_by(3), [1, 2, 3, 4, 0, 5])))
print(drain(dropwhile(upset_by(3), [1, 2, 3, 4, 0, 5])))
print(drain(accumulate([1, 2, "x", 4])))
print(drain(accumulate([1, 2, 3, 4], upset_by(3))))
print(drain(enumerate(stumbling(5, 3))))
print(drain(zip(stumbling(5, 3), "abcdef")))
print(drain(chain(stumbling(5, 3), [6])), drain(chain.from_iterable([[1], 2, [3]])))
print(drain(compress(stumbling(5, 3), [1] * 9)))
print(drain(islice(stumbling(9, 3), 8)), drain(islice(stumbling(9, 3), 0, 8, 2)))
print(drain(pairwise(stumbling(9, 3))))
print(drain(zip_longest(stumbling(5, 3), "ab")))
print([(key, list(group)) for key, group in groupby([1, 1, 2, 2, 2, 3])])


# A function that asks the iterator it is called by for its next item.
def greedy(value):
    return value if value % 3 else (value, next(numbers))


numbers = map(greedy, range(1, 8))
print(list(numbers))


class Sequence:
    def __init__(self, bad):
        self.bad = bad

    def __len__(self):
        return 5

    def __getitem__(self, index):
        if index == self.bad:
            self.bad = None
            raise KeyError(index)
        if index >= 5:
            raise IndexError
        return index


print(drain(iter(Sequence(2))), drain(reversed(Sequence(2))))
calls = iter([1, 2, KeyError, 3, 0, 4])


def call():
    value = next(calls)
    if value is KeyError:
        raise KeyError
    return value


print(drain(iter(call, 0)))

# The end is the end.
for ended in (iter(Sequence(None)), iter(iter([1, 0]).__next__, 0), chain([1]), islice([1, 2, 3], 1), pairwise([1, 2])):
    print(drain(ended), drain(ended))
