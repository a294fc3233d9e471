"""round: half to even, to places, of large and small numbers."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e20)], type(round(2.5)).__name__, type(round(2.5, 0)).__name__)
print(round(2.675, 2), round(1.005, 2), round(1234.5678, -2), round(0.15, 1), round(2.5, 0), round(-2.5, 0), round(1e300, 2), round(5e-324, 400), round(1e22, -21), round(12345.678, -10), round(1.25, 1), round(3.14159, 3), round(-0.4), round(-0.4, 0))
print(round(1.5, None), round(True), round(float("nan"), 2), round(float("inf"), 1))
show(lambda: round(float("nan")))
show(lambda: round(float("inf")))
show(lambda: round(1.5, "a"))
show(lambda: round(1.5, 1.5))
show(lambda: round(1.7976931348623157e308, -308))
show(lambda: round("a"))
show(lambda: round([1]))


class Rounded:
    def __round__(self, ndigits=None):
        return f"rounded {ndigits}"


print(round(Rounded()), round(Rounded(), 2))
