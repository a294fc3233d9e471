"""factorial, comb, perm, gcd, lcm, isqrt."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


import math

print([math.factorial(n) for n in range(10)], math.factorial(30), math.factorial(True), len(str(math.factorial(1000))), math.factorial(200) % (10 ** 9 + 7))
print(math.comb(5, 2), math.comb(100, 50), math.comb(5, 7), math.comb(0, 0), math.comb(10 ** 30, 2), math.comb(1000, 500) % 1000007, math.perm(5), math.perm(5, 2), math.perm(5, 7), math.perm(10 ** 20, 2), math.perm(5, None))
print(math.gcd(), math.gcd(12), math.gcd(12, 18, 27), math.gcd(-4, 6), math.gcd(0, 0), math.gcd(10 ** 30, 10 ** 20), math.lcm(), math.lcm(4, 6), math.lcm(0, 5), math.lcm(-4), math.lcm(10 ** 20, 15))
print([math.isqrt(n) for n in (0, 1, 15, 16, 17, 10 ** 40, 10 ** 40 - 1)])
for function in (lambda: math.factorial(-1), lambda: math.factorial(1.0), lambda: math.factorial("a"), lambda: math.factorial(10 ** 30), lambda: math.comb(-1, 2), lambda: math.comb(5, -2), lambda: math.comb(1.0, 1), lambda: math.perm(5, -1), lambda: math.perm(-1),
                 lambda: math.gcd(1.5), lambda: math.lcm("a"), lambda: math.isqrt(-1), lambda: math.isqrt(1.0), lambda: math.comb(10 ** 30, 10 ** 29)):
    show(function)
