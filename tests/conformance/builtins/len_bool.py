"""len and truth of everything."""
for x in ([], [0], (), (1,), '', 'a', {}, {1: 2}, set(), {0}, range(0), range(3), b'', b'a', 0, 1, 0.0, -0.0, 0.5, None, True, 10**30, {}.keys(), frozenset()):
    try:
        print(bool(x), not x, len(x))
    except TypeError as error:
        print(error)


class L:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class B:
    def __init__(self, n):
        self.n = n

    def __bool__(self):
        return self.n


for x in (L(0), L(3), L(-1), L('a'), L(2**70), B(True), B(False), B(1), B(None), object()):
    try:
        print('yes' if x else 'no', end=' ')
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error, end=' ')
    try:
        print(len(x))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print([] or 'default', [1] and 'both', not L(0), L(0) or 5, bool(L(2)), (not B(False)) is True)
