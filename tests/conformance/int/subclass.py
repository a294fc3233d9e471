"""A subclass of int: plain results, overridden operators."""

class Meters(int):
    def __add__(self, other):
        return Meters(int(self) + int(other))

    def __repr__(self):
        return f"Meters({int(self)})"


class Odd(int):
    def __index__(self):
        return 3

    def __neg__(self):
        return "negated"

    def __abs__(self):
        return "absolute"


m = Meters(5)
print(m + 1, m + m, m - 1, type(m - 1).__name__, type(m + 1).__name__, m * 2, 2 * m, m / 2, m == 5, m < 6, {5: "five"}[m], hash(m) == hash(5), str(m), f"{m:>4}", [m], "%d" % m)
print(sum([m, 1]), range(m), [0, 1, 2, 3, 4, 5][m], m.bit_length(), int(m), float(m), isinstance(m, int), m is m, -m, abs(m), bool(Meters(0)), -Odd(1), abs(Odd(1)), Odd(7) + 1)
m.unit = "m"
print(m.unit, max(Meters(2), Meters(9)))
