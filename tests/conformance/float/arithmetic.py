"""Operators of floats and their errors."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


for a in (7.5, -7.5, 0.0, -0.0, 1e308):
    for b in (2.0, -2.0, 0.3):
        print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))
print(2.0 ** 0.5, 2 ** -2.0, (-8.0) ** 3, 4 ** 0.5, 0.0 ** 0, 1.5 + True, 1 + 2.5, 3 - 0.5, 2 * 1.5, 1 / 3, 7 // 2.0, 7 % 2.5, -7 % 2.5)
print(1e308 * 10, -1e308 * 10, float("inf") - float("inf"), 0.1 + 0.2, 1e16 + 1, 5.0 // 0.1, 2 ** 100 * 1.0, 1.0 == 1)
show(lambda: 1.0 / 0)
show(lambda: 1.0 // 0)
show(lambda: 1.0 % 0)
show(lambda: divmod(1.0, 0.0))
show(lambda: 0.0 ** -1)
show(lambda: 2.0 ** 10000)
show(lambda: 10 ** 400 * 1.0)
show(lambda: 10 ** 400 / 3)
show(lambda: 1.0 + "a")
show(lambda: "a" + 1.0)
show(lambda: 1.5 << 2)
show(lambda: ~1.5)
