"""floor, ceil, trunc, fmod, modf, frexp, ldexp, remainder, nextafter, ulp."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


import math

print([(math.floor(x), math.ceil(x), math.trunc(x)) for x in (1.5, -1.5, 2.0, 5, 1e20, True, 2 ** 70)])
print(math.fmod(7, 3), math.fmod(-7, 3), math.remainder(7, 4), math.modf(1.5), math.modf(-1.25), math.modf(math.inf), math.frexp(8), math.frexp(0), math.frexp(math.inf), math.ldexp(0.5, 4), math.ldexp(1, -10000), math.copysign(1, -0.0), math.fabs(-3))
print(math.nextafter(1, 2), math.ulp(1), math.ulp(0), math.ulp(math.inf), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(1, 2, abs_tol=1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(math.inf, math.inf))
for function in (lambda: math.floor("a"), lambda: math.floor(math.nan), lambda: math.ceil(math.inf), lambda: math.trunc("a"), lambda: math.fmod(1, 0), lambda: math.fmod(math.inf, 1), lambda: math.remainder(1, 0), lambda: math.ldexp(1, 10000), lambda: math.ldexp(1, 1.5), lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.isinf(10 ** 400)):
    show(function)


class Level:
    def __floor__(self):
        return "floored"

    def __ceil__(self):
        return "ceiled"

    def __trunc__(self):
        return "truncated"


print(math.floor(Level()), math.ceil(Level()), math.trunc(Level()))
