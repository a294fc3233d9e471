from decimal import Decimal as D, InvalidOperation
from fractions import Fraction

print(D("1.0") == D("1.00"), D(1) == 1, D("0.5") == 0.5, D("0.1") == 0.1, D(1) == "1", D("NaN") == D("NaN"), D(1) != 2)
print(D(1) < D(2), D(1) < 2, 3 > D(2), D("1.5") <= 1.5, D("-Infinity") < D(0), max(D(1), D("2.5")), sorted([D(3), D("-1"), D("2.2")]))
print(hash(D("1.0")) == hash(1), hash(D("0.5")) == hash(0.5), len({D(1), 1, D("1.00")}), D(1).compare(D(2)), D("1").max(D(2)))
for call in [lambda: D(1) < "x", lambda: D("NaN") < 1, lambda: hash(D("sNaN"))]:
    try:
        call()
    except (TypeError, InvalidOperation) as error:
        print(type(error).__name__, str(error).replace("decimal.Decimal", "Decimal"))
