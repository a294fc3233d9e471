import decimal
from decimal import Decimal as D, getcontext, localcontext

for rounding in [decimal.ROUND_UP, decimal.ROUND_DOWN, decimal.ROUND_CEILING, decimal.ROUND_FLOOR, decimal.ROUND_HALF_UP,
                 decimal.ROUND_HALF_DOWN, decimal.ROUND_HALF_EVEN, decimal.ROUND_05UP]:
    print(rounding, [str(D(value).quantize(D("1"), rounding=rounding)) for value in ["2.5", "-2.5", "1.1", "-1.9", "3.5", "0.5", "5.1"]])
print(D("3.14159").quantize(D("0.01")), D("5").quantize(D("0.001")), D("1.25").to_integral_value())
getcontext().prec = 6
print(D(1) / D(7), D("1234567") + 0, getcontext().prec)
with localcontext() as context:
    context.prec = 30
    print(D(1) / D(7))
with localcontext(prec=3):
    print(D(2).sqrt())
print(D(2).sqrt(), getcontext())
try:
    D("123456.7").quantize(D("0.001"))
except decimal.InvalidOperation as error:
    print(error)
for prec in [0, -1]:
    try:
        getcontext().prec = prec
    except ValueError as error:
        print(error)
