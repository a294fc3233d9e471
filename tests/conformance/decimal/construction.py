from decimal import Decimal as D, InvalidOperation, getcontext

for value in ["0.1", " 12.50 ", "-3e5", "1_000.5", "NaN", "-Infinity", "sNaN12", 7, -3, 0.1, (1, (2, 5), -1), "0E-7", "1E+10", ".5", "5."]:
    print(D(value), repr(D(value)))
print(D(), D(D("1.5")), D.from_float(0.5), D("1.50").as_tuple(), D("1.25").as_integer_ratio(), D("123.45").adjusted())
for value in ["abc", "", "1.2.3", "1e", None, [1], {}]:
    try:
        D(value)
    except (InvalidOperation, TypeError, ValueError) as error:
        print(repr(value), type(error).__name__, error)
print(D("Infinity").is_infinite(), D("NaN").is_nan(), D("-0").is_signed(), D(5).is_finite(), D("0.00").is_zero())
