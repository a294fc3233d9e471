"""round, abs, divmod and pow with ints."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print([round(n, -1) for n in (5, 15, 25, 35, -5, -15, 14, 16)], round(1234, -2), round(1250, -2), round(7), round(7, 3), round(-(10 ** 30) - 5, -1))
print(abs(-5), abs(5), abs(-(2 ** 70)), abs(True), divmod(-7, 2), divmod(2 ** 70, -3), pow(2, 10), pow(2, 10, 1000), pow(3, -1, 7), pow(-3, 3, 7), pow(2, 3, -5), pow(5, 0, 1))
show(lambda: pow(2, 3, 0))
show(lambda: pow(2, -1, 4))
show(lambda: pow(2.0, 3, 4))
show(lambda: pow("a", 2))
show(lambda: pow("a", 2, 3))
show(lambda: abs("a"))
show(lambda: round("a"))
show(lambda: round(5, "a"))
show(lambda: divmod("a", 1))
