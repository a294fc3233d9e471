from fractions import Fraction as F

print(F(3, 4), F(6, -8), F(5), F(), F("3/4"), F(" -1.25 "), F("2e-3"), F("1_000"), F(0.5), F(0.1), F(F(1, 2), F(3, 4)), F(True))
print(repr(F(-3, 6)), str(F(8, 4)), F(1, 3).numerator, F(1, 3).denominator, F(7, 2).as_integer_ratio())
print(F.from_float(2.25), F(3.14159).limit_denominator(100), F(1, 3).limit_denominator(2))
for arguments in [(1, 0), ("1/0",), ("abc",), ("",), ("1/-2",), (1.5, 2), ([],), (float("inf"),), (float("nan"),), ("1 /2",)]:
    try:
        print(F(*arguments))
    except (ValueError, ZeroDivisionError, TypeError, OverflowError) as error:
        print(arguments, type(error).__name__, error)
