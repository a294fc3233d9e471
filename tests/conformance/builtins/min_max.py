"""min and max: arguments, key, default, which of equals."""
print(max(1, 2.5, True), min('b', 'a'), max([3, 1]), min({5: 'x', 2: 'y'}), max('hello'), min((2, 'b'), (2, 'a')), max([1], [1, 2]))
print(max([1, 1.0, True]), min(True, 1, 1.0), max('aB', key=str.lower), min([-3, 2], key=abs), max([], default=0), min({}, default='d', key=len))
print(max(['apple', 'fig'], key=len), min([(1, 'b'), (0, 'z')])[1], max(range(10), key=lambda x: -abs(x - 4)))
for do in (lambda: max(), lambda: max([]), lambda: max(5), lambda: max(1, 'a'), lambda: max(1, 2, default=3), lambda: min([1, None])):
    try:
        do()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class V:
    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        return self.n > other.n

    def __lt__(self, other):
        return self.n < other.n


print(max(V(1), V(3), V(2)).n, min([V(1), V(3)]).n, max(iter([V(5), V(6)])).n)
