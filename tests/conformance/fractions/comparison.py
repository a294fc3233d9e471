from fractions import Fraction as F

print(F(1, 2) == 0.5, F(1, 2) == F(2, 4), F(2) == 2, F(1, 3) == 1 / 3, F(1, 2) == "x", F(1, 2) != 1)
print(F(1, 3) < F(1, 2), F(1, 3) < 0.4, 1 > F(1, 2), F(1, 2) <= 0.5, F(5) >= 5, F(1) < float("inf"), F(1) < float("nan"))
print(hash(F(1, 2)) == hash(0.5), hash(F(7)) == hash(7), hash(F(-3, 2)) == hash(-1.5), hash(F(1, 3)))
print({F(1, 2): "half"}[0.5], len({F(1, 2), 0.5, F(2, 4)}))
try:
    F(1) < "x"
except TypeError as error:
    print(error)
