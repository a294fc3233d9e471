"""fsum, prod, dist, hypot."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


import math

print(math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([]), math.fsum(range(5)), math.fsum([math.inf, 1]), math.fsum([1e-16, 1, 1e16]), math.fsum([math.nan]))
print(math.prod([1, 2, 3, 4]), math.prod([]), math.prod([1.5, 2]), math.prod([2, 3], start=10), math.prod(range(1, 30)), math.prod(["a", 3]), math.prod(n for n in (2, 3)))
print(math.dist((1, 2), (4, 6)), math.dist([0], [5]), math.dist((), ()), math.hypot(), math.hypot(-5), math.hypot(1e200, 1e200), math.hypot(math.inf, math.nan), math.hypot(1e-200, 1e-200), [math.hypot(x, x + 1) for x in range(6)])
for function in (lambda: math.fsum(["a"]), lambda: math.fsum(5), lambda: math.fsum([1e308, 1e308]), lambda: math.fsum([math.inf, -math.inf]), lambda: math.prod("ab"), lambda: math.prod(5), lambda: math.dist((1,), (1, 2)), lambda: math.dist(1, 2), lambda: math.hypot("a")):
    show(function)
