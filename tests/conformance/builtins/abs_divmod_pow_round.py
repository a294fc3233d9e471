"""Arithmetic functions and their special methods."""
print(abs(-5), abs(2.5), abs(-0.0), abs(True), divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), pow(2, 10), pow(2, -1), pow(3, 4, 5), pow(3, -1, 7))
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), round(-0.5), round(5), round(1e20), round(2.0, 0), round(7.5, None))


class N:
    def __abs__(self):
        return 'abs'

    def __divmod__(self, other):
        return ('divmod', other)

    def __rdivmod__(self, other):
        return ('rdivmod', other)

    def __pow__(self, other, mod=None):
        return ('pow', other, mod)

    def __rpow__(self, other):
        return ('rpow', other)

    def __round__(self, n='none'):
        return ('round', n)


n = N()
print(abs(n), divmod(n, 1), divmod(1, n), pow(n, 2), pow(n, 2, 3), pow(2, n), round(n), round(n, 2))
for do in (lambda: abs('a'), lambda: divmod(1, 0), lambda: divmod('a', 1), lambda: pow('a', 2), lambda: pow(2, 3, 0), lambda: round('a'), lambda: pow(2.0, 2, 3)):
    try:
        do()
    except (TypeError, ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)
