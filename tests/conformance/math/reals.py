"""sqrt, exp, log and trigonometry, with the errors of domain and range."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


import math

print(math.sqrt(2), math.sqrt(16), math.exp(1), math.exp(-1000), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10), math.pow(2, 10), math.pow(4, 0.5), math.exp2(10))
print(round(math.sin(1), 12), round(math.cos(1), 12), round(math.tan(1), 12), math.asin(1), math.acos(1), math.atan(1), math.atan2(1, -1), math.sinh(0), math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.hypot(1, 2, 3))
print(math.log(10 ** 400), math.log2(2 ** 2000), math.log10(10 ** 400), math.pi, math.e, math.tau, math.inf, math.nan)
for function in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.log(8, 1), lambda: math.log(8, 0), lambda: math.exp(1000), lambda: math.pow(0, -1), lambda: math.pow(-8, 0.5), lambda: math.pow(1e300, 2),
                 lambda: math.sqrt("a"), lambda: math.sqrt(10 ** 400), lambda: math.acos(2), lambda: math.atanh(1), lambda: math.cosh(1000), lambda: math.sin(math.inf), lambda: math.log(-10 ** 400), lambda: math.log1p(-1), lambda: math.gamma(0), lambda: math.gamma(-1), lambda: math.gamma(200), lambda: math.lgamma(0)):
    show(function)
print(math.gamma(5), math.gamma(23), math.lgamma(1), math.lgamma(math.inf), round(math.erf(1), 12), round(math.erfc(1), 12), math.cbrt(-8))


class Two:
    def __float__(self):
        return 2.0


print(math.sqrt(Two()), math.floor(Two()), math.copysign(Two(), -1))
