"""itertools over iterables written in Python, ended by exceptions of theirs."""
import itertools


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


print(list(itertools.chain(Countdown(3), Old())), list(itertools.islice(Countdown(5), 2)), list(itertools.product(Old(), repeat=1)))
print(list(itertools.islice(itertools.cycle(Countdown(2)), 5)), list(itertools.accumulate(Old())))
print(list(itertools.permutations(Countdown(2))), list(itertools.combinations(Old(), 2)))


def breaks():
    yield 1
    raise ValueError('in the middle')


for make in (lambda: itertools.chain(breaks()), lambda: itertools.islice(breaks(), 5), lambda: itertools.groupby(breaks()),
             lambda: itertools.accumulate(breaks()), lambda: itertools.cycle(breaks()), lambda: itertools.pairwise(breaks())):
    try:
        print(list(make()))
    except ValueError as error:
        print(error)
