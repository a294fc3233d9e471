from decimal import Decimal as D, DivisionByZero, InvalidOperation, getcontext

print(D("0.1") + D("0.2"), D("1.10") * 3, D(1) / D(3), D(7) // D(2), D(-7) // D(2), D(-7) % D(3), divmod(D("7.5"), D(2)))
print(5 + D("1.5"), 5 - D("1.5"), 2 * D("1.5"), 1 / D(8), 7 % D(4), D(2) ** 10, D(2) ** -2, D("1.1") ** 20, 2 ** D(3))
print(-D("1.5"), +D("1.23456789012345678901234567890"), abs(D("-2")), D(2).sqrt(), D("2.25").sqrt(), D(1).exp(), D(10).ln(), D(100).log10())
print(D("2") ** D("0.5"), D("1.50").normalize(), D("100").normalize(), D("1.5").fma(2, 3), sum([D("0.1")] * 10))
for call in [lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("sNaN") + 1, lambda: D(-1).sqrt(), lambda: D(1) + 0.5, lambda: D("Infinity") - D("Infinity"),
             lambda: D(5) // 0, lambda: D(0) ** 0, lambda: int(D("NaN"))]:
    try:
        call()
    except (DivisionByZero, InvalidOperation, TypeError, ValueError) as error:
        print(type(error).__name__, str(error).replace("decimal.Decimal", "Decimal"))
print(int(D("-3.9")), float(D("0.1")), round(D("2.5")), round(D("2.675"), 2), bool(D(0)), D("NaN") + 1)
