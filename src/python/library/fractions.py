"""The module fractions: exact rational numbers."""
import math

__all__ = ["Fraction"]


def _parse(text):
    """(numerator, denominator) of "3/4", "-1.5", "2e-3"; ValueError."""
    plain = text.strip()
    sign = -1 if plain.startswith("-") else 1
    if plain[:1] in ("-", "+"):
        plain = plain[1:]
    top, slash, bottom = plain.partition("/")
    if slash:
        if _is_digits(top) and _is_digits(bottom):
            return sign * int(top), int(bottom)
    else:
        mantissa, mark, exponent = plain.replace("E", "e").partition("e")
        whole, point, decimals = mantissa.partition(".")
        digits = exponent[1:] if exponent[:1] in ("-", "+") else exponent
        if ((whole or decimals) and (not whole or _is_digits(whole))
                and (not decimals or _is_digits(decimals)) and (not mark or _is_digits(digits))):
            scale = len(decimals.replace("_", ""))
            numerator = sign * int((whole + decimals) or "0")
            power = (int(exponent) if mark else 0) - scale
            if power >= 0:
                return numerator * 10**power, 1
            return numerator, 10**-power
    raise ValueError(f"Invalid literal for Fraction: {text!r}")


def _is_digits(text):
    """Digits, with single underscores between them."""
    return text.replace("_", "").isdecimal() and text[0] != "_" and text[-1] != "_" and "__" not in text


class Fraction:
    """A number that is one integer divided by another, in lowest terms."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        if denominator is None:
            if type(numerator) is int:
                return _make(cls, numerator, 1)
            if isinstance(numerator, (int, Fraction)):
                return _make(cls, numerator.numerator, numerator.denominator)
            if isinstance(numerator, str):
                numerator, denominator = _parse(numerator)
            elif hasattr(numerator, "as_integer_ratio"):
                return _make(cls, *numerator.as_integer_ratio())
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        if _normalize:
            divisor = math.gcd(numerator, denominator)
            if denominator < 0:
                divisor = -divisor
            numerator //= divisor
            denominator //= divisor
        return _make(cls, numerator, denominator)

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, int):
            return cls(dec)
        if not hasattr(dec, "as_integer_ratio") or isinstance(dec, (float, Fraction)):
            raise TypeError(
                f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls(*dec.as_integer_ratio())

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    real = property(lambda self: +self)
    imag = property(lambda self: 0)

    def conjugate(self):
        return +self

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def is_integer(self):
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is not larger: a convergent or the one beside it."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The last two convergents of the continued fraction, and what of the number is not in them yet.
        (above_before, below_before), (above, below) = (0, 1), (1, 0)
        rest, divisor = self._numerator, self._denominator
        while below_before + (whole := rest // divisor) * below <= max_denominator:
            above_before, above = above, above_before + whole * above
            below_before, below = below, below_before + whole * below
            rest, divisor = divisor, rest - whole * divisor
        # Between them lie the fractions that take a part of the next step; the last one allowed.
        part = (max_denominator - below_before) // below
        beside = below_before + part * below
        if 2 * divisor * beside <= self._denominator:
            return Fraction(above, below)
        return Fraction(above_before + part * above, beside)

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    # ---- arithmetic ----

    def __add__(a, b):
        return _operate(a, b, _add, float.__add__)

    def __radd__(b, a):
        return _operate_reflected(a, b, _add, float.__add__)

    def __sub__(a, b):
        return _operate(a, b, _sub, float.__sub__)

    def __rsub__(b, a):
        return _operate_reflected(a, b, _sub, float.__sub__)

    def __mul__(a, b):
        return _operate(a, b, _mul, float.__mul__)

    def __rmul__(b, a):
        return _operate_reflected(a, b, _mul, float.__mul__)

    def __truediv__(a, b):
        return _operate(a, b, _div, float.__truediv__)

    def __rtruediv__(b, a):
        return _operate_reflected(a, b, _div, float.__truediv__)

    def __floordiv__(a, b):
        return _operate(a, b, _floordiv, float.__floordiv__)

    def __rfloordiv__(b, a):
        return _operate_reflected(a, b, _floordiv, float.__floordiv__)

    def __mod__(a, b):
        return _operate(a, b, _mod, float.__mod__)

    def __rmod__(b, a):
        return _operate_reflected(a, b, _mod, float.__mod__)

    def __divmod__(a, b):
        return _operate(a, b, _divmod, float.__divmod__)

    def __rdivmod__(b, a):
        return _operate_reflected(a, b, _divmod, float.__divmod__)

    def __pow__(a, b):
        if isinstance(b, (int, Fraction)):
            if b.denominator != 1:
                return float(a) ** float(b)
            power = b.numerator
            if power >= 0:
                return _make(Fraction, a._numerator**power, a._denominator**power)
            if a._numerator == 0:
                raise ZeroDivisionError(f"Fraction({a._denominator ** -power}, 0)")
            top, bottom = a._denominator**-power, a._numerator**-power
            return _make(Fraction, -top, -bottom) if bottom < 0 else _make(Fraction, top, bottom)
        return float(a) ** b

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a**b._numerator
        if isinstance(a, int):
            return Fraction(a) ** b
        return a ** float(b)

    def __pos__(a):
        return _make(Fraction, a._numerator, a._denominator)

    def __neg__(a):
        return _make(Fraction, -a._numerator, a._denominator)

    def __abs__(a):
        return _make(Fraction, abs(a._numerator), a._denominator)

    def __int__(a):
        return a.__trunc__()

    def __float__(a):
        return a._numerator / a._denominator

    def __trunc__(a):
        if a._numerator < 0:
            return -(-a._numerator // a._denominator)
        return a._numerator // a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            doubled = rest * 2
            if doubled < self._denominator or doubled == self._denominator and whole % 2 == 0:
                return whole
            return whole + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __bool__(a):
        return a._numerator != 0

    # ---- comparison ----

    def __hash__(self):
        """That of an equal int or float: numerator / denominator in the field sys.hash_info names."""
        modulus = 2**61 - 1
        if self._denominator % modulus == 0:
            result = 314159
        else:
            result = hash(hash(abs(self._numerator)) * pow(self._denominator, -1, modulus))
        if self._numerator < 0:
            result = -result
        return -2 if result == -1 else result

    def __eq__(a, b):
        if isinstance(b, (int, Fraction)):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, float):
            if b != b or b in (float("inf"), float("-inf")):
                return 0.0 == b
            return a == Fraction(*b.as_integer_ratio())
        return NotImplemented

    def __lt__(a, b):
        return _compare(a, b, lambda x, y: x < y)

    def __gt__(a, b):
        return _compare(a, b, lambda x, y: x > y)

    def __le__(a, b):
        return _compare(a, b, lambda x, y: x <= y)

    def __ge__(a, b):
        return _compare(a, b, lambda x, y: x >= y)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _make(cls, numerator, denominator):
    """A Fraction of two integers that are in lowest terms already."""
    self = object.__new__(cls)
    self._numerator = numerator
    self._denominator = denominator
    return self


def _operate(a, b, exact, inexact):
    if isinstance(b, (int, Fraction)):
        return exact(a, b)
    if isinstance(b, float):
        return inexact(float(a), b)
    return NotImplemented


def _operate_reflected(a, b, exact, inexact):
    if isinstance(a, int):
        return exact(Fraction(a), b)
    if isinstance(a, float):
        return inexact(a, float(b))
    return NotImplemented


def _add(a, b):
    return Fraction(a._numerator * b.denominator + b.numerator * a._denominator,
                    a._denominator * b.denominator)


def _sub(a, b):
    return Fraction(a._numerator * b.denominator - b.numerator * a._denominator,
                    a._denominator * b.denominator)


def _mul(a, b):
    return Fraction(a._numerator * b.numerator, a._denominator * b.denominator)


def _div(a, b):
    if b == 0:
        # Lowest terms, as far as there are any.
        sign = (a._numerator > 0) - (a._numerator < 0)
        top = sign * (b.denominator // math.gcd(b.denominator, a._denominator))
        raise ZeroDivisionError(f"Fraction({top}, 0)")
    return Fraction(a._numerator * b.denominator, a._denominator * b.numerator)


def _floordiv(a, b):
    return (a._numerator * b.denominator) // (a._denominator * b.numerator)


def _mod(a, b):
    denominator = a._denominator * b.denominator
    return Fraction((a._numerator * b.denominator) % (b.numerator * a._denominator), denominator)


def _divmod(a, b):
    quotient, rest = divmod(a._numerator * b.denominator, a._denominator * b.numerator)
    return quotient, Fraction(rest, a._denominator * b.denominator)


def _compare(a, b, order):
    if isinstance(b, (int, Fraction)):
        return order(a._numerator * b.denominator, a._denominator * b.numerator)
    if isinstance(b, float):
        if b != b or b in (float("inf"), float("-inf")):
            return order(0.0, b)
        return _compare(a, Fraction(*b.as_integer_ratio()), order)
    return NotImplemented
