"""float() of numbers and of text."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(float(), float(3), float(True), float("1.5"), float(" -1e3\n"), float("1_000.5"), float("inf"), float("-Infinity"), float("NAN"), float(".5"), float("5."), float(b"1.5"), float("٣.٥"), float(2 ** 60), float("1e400"), float("1e-400"))
for text in ("abc", "", "1.5.2", "1e", "0x10", "1__0", "--1", "é", "1 2"):
    show(lambda: float(text))
show(lambda: float([1]))
show(lambda: float(None))
show(lambda: float(10 ** 400))
show(lambda: float(b"x"))


class Celsius:
    def __float__(self):
        return 36.6


class Indexed:
    def __index__(self):
        return 7


class Wrong:
    def __float__(self):
        return 1


print(float(Celsius()), float(Indexed()))
show(lambda: float(Wrong()))
