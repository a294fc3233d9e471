"""The module numbers: the abstract base classes of numbers, from Number to Integral."""
from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


# What a class of numbers leaves to its subclasses, by how many operands it takes. The names are what counts.
@abstractmethod
def _of_one(self):
    raise NotImplementedError


@abstractmethod
def _of_two(self, other):
    raise NotImplementedError


_part = property(_of_one)


class Number(metaclass=ABCMeta):
    """Any number."""

    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """A number with a real and an imaginary part."""

    __slots__ = ()

    real = imag = _part
    __complex__ = __neg__ = __pos__ = __abs__ = conjugate = _of_one
    __eq__ = __add__ = __mul__ = __truediv__ = __pow__ = _of_two
    __radd__ = __rmul__ = __rtruediv__ = __rpow__ = _of_two

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __bool__(self):
        return self != 0


class Real(Complex):
    """A number on the line: it can be rounded and compared."""

    __slots__ = ()

    __float__ = __trunc__ = __floor__ = __ceil__ = _of_one
    __lt__ = __le__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _of_two

    @abstractmethod
    def __round__(self, ndigits=None):
        raise NotImplementedError

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    def conjugate(self):
        """A real number is its own conjugate."""
        return +self

    real = property(conjugate)
    imag = property(lambda self: 0)


class Rational(Real):
    """A number with a numerator and a denominator in lowest terms."""

    __slots__ = ()

    numerator = denominator = _part

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """A whole number."""

    __slots__ = ()

    __int__ = __invert__ = _of_one
    __lshift__ = __rshift__ = __and__ = __xor__ = __or__ = _of_two
    __rlshift__ = __rrshift__ = __rand__ = __rxor__ = __ror__ = _of_two

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        raise NotImplementedError

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    numerator = property(lambda self: +self)
    denominator = property(lambda self: 1)


Real.register(float)
Integral.register(int)
