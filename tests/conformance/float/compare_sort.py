"""Comparing and sorting floats, infinities and minus zero."""

inf = float("inf")
print(-inf < -1e308 < -0.0, 0.0 == -0.0, inf == inf, inf > 10 ** 400, 1.5 < 2, 1.0 == True, 0.1 + 0.2 == 0.3, max(1.5, 2), min(-0.0, 0.0), sorted([2.5, 1, -3, 0.5, True]))
print(str(-0.0), bool(0.0), bool(-0.0), bool(1e-300), not 0.5, sum([0.1] * 10), sum([1, 2.5]), abs(-2.5), abs(-0.0), -0.0, +1.5)
