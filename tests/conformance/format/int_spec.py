"""format(int, spec)."""

for spec in ("", "d", "5", "<5", ">5", "^5", "=5", "05", "+", " ", "-", "+05d", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "#010x", ",", "_", "_x", ",d", "10,", "010,", "c", "n", "e", ".2e", "f", ".1f", "g", "%", ".0%", "*^9", "☃>4", "<<4", "x<4", "0=6", "z", "#", "1"):
    for value in (65, -65, 1234567, 0):
        try:
            print(repr(spec), format(value, spec))
        except ValueError as error:
            print(repr(spec), value, "ValueError:", error)
        except OverflowError as error:
            print(repr(spec), value, "OverflowError:", error)
print(f"{2 ** 100:,} {2 ** 100:_b} {-(2 ** 100):+x} {2 ** 100:e} {True:d} {True} {True:>6} {10 ** 25:_}")
