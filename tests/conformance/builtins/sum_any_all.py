"""sum, any, all."""
print(sum([]), sum([1, 2]), sum([0.1] * 10), sum((1, 2.5, True)), sum({1: 'a', 2: 'b'}), sum([1], 10), sum([1, 2], start=0.5), sum([10**20, 1]))
print(sum([[1], [2]], []), sum([(1,), (2,)], ()), any([]), all([]), any([0, '', 'x']), all([1, 'a', [0]]), all([1, 0]), any({0: 1}), any('a'))


class Money:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Money(self.n + (other.n if isinstance(other, Money) else other))

    __radd__ = __add__

    def __bool__(self):
        return self.n > 3


print(sum([Money(1), Money(2)]).n, sum(iter([Money(1), Money(2)]), Money(5)).n, any([Money(1), Money(9)]), all([Money(1), Money(9)]))
for do in (lambda: sum(['a']), lambda: sum(['a'], ''), lambda: sum([b'a'], b''), lambda: sum(5), lambda: any(5), lambda: all(None), lambda: sum([[1]])):
    try:
        do()
    except TypeError as error:
        print(error)
