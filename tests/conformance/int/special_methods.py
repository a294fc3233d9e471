"""The special methods of int can be called by name and answer NotImplemented."""

print((5).__add__(3), (5).__add__(3.0), (5).__radd__(3), (5).__sub__(3), (5).__rsub__(3), (5).__mul__("a"), (5).__truediv__(2), (5).__rtruediv__(2))
print((5).__floordiv__(2), (5).__rfloordiv__(12), (5).__mod__(3), (5).__rmod__(3), (5).__pow__(2), (5).__pow__(2, 3), (5).__rpow__(2), (5).__divmod__(2), (5).__rdivmod__(12))
print((5).__lshift__(2), (5).__rshift__(1), (5).__and__(4), (5).__or__(8), (5).__xor__(1), (5).__rand__(4), (5).__neg__(), (5).__pos__(), (5).__invert__(), (-5).__abs__())
print((5).__bool__(), (0).__bool__(), (5).__int__(), (5).__float__(), (5).__index__(), (5).__trunc__(), (5).__floor__(), (5).__ceil__(), (15).__round__(-1), (5).__hash__())
print((5).__eq__(5), (5).__eq__(5.0), (5).__lt__(6), (5).__ge__("a"), (5).__repr__(), (5).__format__("03d"), (5).__str__(), int.__add__(1, 2), int.bit_length(255))
