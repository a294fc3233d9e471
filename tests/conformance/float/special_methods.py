"""The special methods of float by name."""

x = 1.5
print(x.__add__(1), x.__radd__(2), x.__sub__(1), x.__rsub__(1), x.__mul__(2), x.__truediv__(2), x.__floordiv__(1), x.__mod__(1), x.__pow__(2), x.__rpow__(4), x.__divmod__(1), x.__neg__(), x.__abs__())
print(x.__add__("a"), x.__eq__(1.5), x.__eq__("a"), x.__lt__(2), x.__lt__("a"), x.__bool__(), x.__int__(), x.__float__(), x.__trunc__(), x.__floor__(), x.__ceil__(), x.__round__(), x.__round__(0), x.__hash__(), x.__repr__(), x.__format__(".3f"))
