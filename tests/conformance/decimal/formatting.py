from decimal import Decimal as D

number = D("1234567.891")
for spec in ["", ".2f", ",.2f", "15.1f", "<15", "^15.1f", "+.1f", ".3e", "E", ".4g", "015.2f", "%", ".1%", "*>20", "=+12.0f"]:
    print(repr(format(number, spec)))
print(f"{D('0.1'):.3f} {D('-0.005'):.2f} {D('NaN'):8} {D('Infinity'):<10}| {D('1E+3'):f} {D('1E-7')} {D('123E+1')}")
print(D("1E+5").to_eng_string(), D("12E+4").to_eng_string(), "%s %.2f" % (D("1.5"), D("1.005")))
try:
    format(number, "z5q")
except ValueError as error:
    print(error)
