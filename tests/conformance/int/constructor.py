"""int() of numbers and of text."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(int(), int(3.99), int(-3.99), int(True), int("12"), int(" -12\n"), int("1_000"), int(b"12"), int("٣"), int(1e20), int("+5"))
print(int("ff", 16), int("0xff", 16), int("0b11", 0), int("z", 36), int("-0o17", 8), int("0", 0), int("10", base=2), int(10 ** 40))
for text in ("abc", "", "1.5", "1__0", "_1", "0x1f", "1e5", "- 1", "é", "12a"):
    show(lambda: int(text))
show(lambda: int("010", 0))
show(lambda: int("12", 2))
show(lambda: int("12", 1))
show(lambda: int("12", 37))
show(lambda: int(12, 10))
show(lambda: int(base=10))
show(lambda: int("1", "a"))
show(lambda: int([1]))
show(lambda: int(None))
show(lambda: int({}))
show(lambda: int(float("nan")))
show(lambda: int(float("inf")))
show(lambda: int(b"ab"))
show(lambda: int("1" * 5000))
show(lambda: str(10 ** 5000))


class Half:
    def __int__(self):
        return 21

    def __index__(self):
        return 5


class Wrong:
    def __int__(self):
        return "x"


class Indexed:
    def __index__(self):
        return 9


print(int(Half()), int(Indexed()), int("11", Indexed()), [10, 20, 30, 40, 50, 60][Half()])
show(lambda: int(Wrong()))
