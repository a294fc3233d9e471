import math
from fractions import Fraction as F

a, b = F(3, 4), F(-5, 6)
for other in [b, 2, -3, 0.5, True]:
    print(a + other, a - other, a * other, a / other, a // other, a % other, divmod(a, other))
    print(other + a, other - a, other * a, other / a, other // a, other % a, divmod(other, a))
print(a**2, a**-2, a**0, b**3, b**-1, F(4)**F(1, 2), 2**F(3), 2**F(-1), 2.0**F(1, 2), a**0.5)
print(-a, +b, abs(b), int(F(-7, 2)), float(a), round(F(5, 2)), round(F(7, 2)), round(F(-7, 3), 2), round(F(12345), -2))
print(math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)), bool(F(0)), bool(a), math.sqrt(F(9, 4)))
print(sum([F(1, 3)] * 3), max(a, b, F(4, 5)), sorted([F(1, 2), F(1, 3), 0.4, 1]))
for call in [lambda: a / 0, lambda: a // 0, lambda: F(0) ** -1, lambda: a + "x", lambda: a % 0]:
    try:
        call()
    except (ZeroDivisionError, TypeError) as error:
        print(type(error).__name__, error)
