"""+ - * // % ** on small ints, with signs."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


for a in (7, -7, 0, 1):
    for b in (3, -3, 2):
        print(a, b, a + b, a - b, a * b, a // b, a % b, divmod(a, b), a / b, a ** abs(b))
print(2 ** -1, (-2) ** 3, 0 ** 0, 10 ** 20, True + True, True * 5, -True, +False, 7 // True, 2 ** 0.5)
show(lambda: 1 / 0)
show(lambda: 1 // 0)
show(lambda: 1 % 0)
show(lambda: divmod(1, 0))
show(lambda: 0 ** -1)
show(lambda: 1 + None)
show(lambda: 1 @ 2)
show(lambda: [] - 1)
