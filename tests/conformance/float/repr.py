"""repr writes the shortest text that reads back."""

for x in (0.1, 1.0, -0.0, 100.0, 1e15, 1e16, 123456789012345678.0, 1e22, 1e23, 0.0001, 0.00001, 1.5e-7, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 1 / 3, 2 / 3, 0.1 + 0.2, 1e100, 3.14, float("inf"), float("-inf"), float("nan"), 9007199254740993.0, 4.35, 0.3):
    print(x, repr(x), [x], float(repr(x)) == x)
