"""Decimal: numbers as people write them, with as many digits as one asks for."""
import math

from ._context import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, count_digits, getcontext, round_digits
from ._signals import (
    Clamped, ConversionSyntax, DivisionByZero, DivisionImpossible, DivisionUndefined, FloatOperation, Inexact,
    InvalidOperation, Overflow, Rounded, Subnormal, Underflow,
)
from ._text import lay_out, parse, parse_spec, show


class DecimalTuple(tuple):
    """sign, digits and exponent of a Decimal."""

    _fields = ("sign", "digits", "exponent")
    sign = property(lambda self: self[0])
    digits = property(lambda self: self[1])
    exponent = property(lambda self: self[2])

    def __repr__(self):
        return f"DecimalTuple(sign={self[0]!r}, digits={self[1]!r}, exponent={self[2]!r})"


class Decimal:
    __slots__ = ("_sign", "_int", "_exp")

    def __new__(cls, value="0", context=None):
        if isinstance(value, Decimal):
            return _make(value._sign, value._int, value._exp, cls)
        if isinstance(value, int):
            return _make(1 if value < 0 else 0, abs(value), 0, cls)
        if isinstance(value, str):
            parsed = parse(value)
            if parsed is None:
                return (context or getcontext()).signal(ConversionSyntax, _make(0, 0, "n", cls))
            return _make(*parsed, cls)
        if isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            sign, digits, exponent = value
            number = 0
            for digit in digits:
                number = number * 10 + digit
            return _make(sign, number, exponent, cls)
        if isinstance(value, float):
            (context or getcontext()).flags[FloatOperation] = True
            return _from_float(value, cls)
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    @classmethod
    def from_float(cls, f, /):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        return _from_float(f, cls)

    # ---- what it is ----

    def is_nan(self):
        return self._exp in ("n", "N")

    def is_qnan(self):
        return self._exp == "n"

    def is_snan(self):
        return self._exp == "N"

    def is_infinite(self):
        return self._exp == "F"

    def is_finite(self):
        return not isinstance(self._exp, str)

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self.is_finite() and self._int == 0

    def is_normal(self, context=None):
        return self.is_finite() and self._int != 0 and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return self.is_finite() and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def adjusted(self):
        """The exponent of the first digit."""
        return self._exp + count_digits(self._int) - 1 if self.is_finite() else 0

    def as_tuple(self):
        digits = () if self._exp == "F" else tuple([int(digit) for digit in str(self._int)])
        if self._exp == "F":
            digits = (0,)
        elif self.is_nan() and not self._int:
            digits = ()
        return DecimalTuple((self._sign, digits, self._exp))

    def as_integer_ratio(self):
        if self._exp == "F":
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer ratio")
        top = -self._int if self._sign else self._int
        if self._exp >= 0:
            return top * 10**self._exp, 1
        bottom = 10**-self._exp
        divisor = math.gcd(top, bottom)
        return top // divisor, bottom // divisor

    def radix(self):
        return Decimal(10)

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def conjugate(self):
        return self

    def canonical(self):
        return self

    # ---- text ----

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        return show(self, capitals=getcontext().capitals)

    def to_eng_string(self, context=None):
        return show(self, True, (context or getcontext()).capitals)

    def __format__(self, spec):
        parts = parse_spec(spec)
        if parts is None:
            raise ValueError("invalid format string")
        sign = "-" if self._sign else ""
        kind = parts["type"]
        if not self.is_finite():
            if parts["fill"] == "0" and parts["align"] == "=":
                parts["fill"], parts["align"] = " ", ">"
            parts["comma"] = ""
            text = str(_make(0, self._int, self._exp))
            return lay_out(sign, text + ("%" if kind == "%" else ""), parts)
        number = self
        percent = ""
        if kind == "%":
            number = _make(self._sign, self._int, self._exp + 2)
            kind, percent = "f", "%"
        precision = parts["precision"]
        rounding = getcontext().rounding
        if precision is not None:
            if kind in ("e", "E") and number._int:
                number = number._to_digits(precision + 1, rounding)
            elif kind in ("f", "F"):
                number = number._to_exponent(-precision, rounding)
            elif kind not in ("e", "E") and count_digits(number._int) > max(precision, 1):
                number = number._to_digits(max(precision, 1), rounding)
        if kind in ("f", "F"):
            if number._exp > 0:
                number = number._to_exponent(0, rounding)
            text = _plain(number)
        elif kind in ("e", "E"):
            digits = str(number._int)
            exponent = number._exp + len(digits) - 1
            if not number._int and precision is not None:
                exponent = number._exp + precision
                digits = "0" * (precision + 1)
            text = digits[0] + ("." + digits[1:] if len(digits) > 1 else "") + f"{kind}{exponent:+d}"
        else:
            text = show(_make(0, number._int, number._exp), capitals=kind not in ("g", "n"))
        return lay_out(sign, text + percent, parts)

    # ---- rounding ----

    def _to_exponent(self, exponent, rounding):
        """With that exponent, rounded if it has to be."""
        if exponent <= self._exp:
            return _make(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        return _make(self._sign, round_digits(self._sign, self._int, exponent - self._exp, rounding)[0], exponent)

    def _to_digits(self, count, rounding):
        """With that many digits."""
        if not self._int:
            return _make(self._sign, 0, self.adjusted() + 1 - count)
        exponent = self.adjusted() + 1 - count
        result = self._to_exponent(exponent, rounding)
        if count_digits(result._int) > count:
            result = self._to_exponent(exponent + 1, rounding)
        return result

    def _fixed(self, context):
        """Fit for the context: not more digits than its precision, an exponent within its bounds."""
        if not self.is_finite():
            return self._nan_of(context) if self.is_nan() else self._copy()
        etiny, etop = context.Etiny(), context.Etop()
        if not self._int:
            exponent = min(max(self._exp, etiny), etop if context.clamp else context.Emax)
            if exponent != self._exp:
                context.signal(Clamped)
            return _make(self._sign, 0, exponent)
        least = count_digits(self._int) + self._exp - context.prec
        if least > etop:
            context.signal(Overflow)
            context.signal(Inexact)
            context.signal(Rounded)
            return _infinity(self._sign)
        is_subnormal = least < etiny
        least = max(least, etiny)
        if self._exp < least:
            digits, lost = round_digits(self._sign, self._int, least - self._exp, context.rounding)
            exponent = least
            if count_digits(digits) > context.prec:
                digits //= 10
                exponent += 1
            if exponent > etop:
                context.signal(Overflow)
                return _infinity(self._sign)
            if lost and is_subnormal:
                context.signal(Underflow)
            if is_subnormal:
                context.signal(Subnormal)
            if lost:
                context.signal(Inexact)
            context.signal(Rounded)
            return _make(self._sign, digits, exponent)
        if is_subnormal:
            context.signal(Subnormal)
        if context.clamp and self._exp > etop:
            context.signal(Clamped)
            return _make(self._sign, self._int * 10 ** (self._exp - etop), etop)
        return self._copy()

    def _copy(self):
        return _make(self._sign, self._int, self._exp)

    def _nan_of(self, context):
        if self._exp == "N":
            return context.signal(InvalidOperation, _make(self._sign, self._int, "n"))
        return self._copy()

    def quantize(self, exp, rounding=None, context=None):
        """Rounded to the exponent of `exp`."""
        context = context or getcontext()
        exp = _convert(exp)
        rounding = rounding or context.rounding
        for value in (self, exp):
            if value.is_nan():
                return value._nan_of(context)
        if not self.is_finite() or not exp.is_finite():
            if self._exp == exp._exp:
                return self._copy()
            return context.signal(InvalidOperation, _NAN)
        result = self._to_exponent(exp._exp, rounding)
        if count_digits(result._int) > context.prec or result.adjusted() > context.Emax:
            return context.signal(InvalidOperation, _NAN)
        if result._exp > self._exp:
            if result != self:
                context.signal(Inexact)
            context.signal(Rounded)
        return result

    def normalize(self, context=None):
        """Without zeros at the end."""
        result = self._fixed(context or getcontext())
        if not result.is_finite():
            return result
        if not result._int:
            return _make(result._sign, 0, 0)
        digits, exponent = result._int, result._exp
        while digits % 10 == 0:
            digits //= 10
            exponent += 1
        return _make(result._sign, digits, exponent)

    def to_integral_value(self, rounding=None, context=None):
        if self.is_nan():
            return self._nan_of(context or getcontext())
        if not self.is_finite() or self._exp >= 0:
            return self._copy()
        return self._to_exponent(0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        result = self.to_integral_value(rounding, context)
        if result != self:
            context.signal(Inexact)
        return result

    def __round__(self, n=None):
        if n is not None:
            return self.quantize(_make(0, 1, -n))
        return int(self._whole(ROUND_HALF_EVEN))

    def __floor__(self):
        return int(self._whole(ROUND_FLOOR))

    def __ceil__(self):
        return int(self._whole(ROUND_CEILING))

    def __trunc__(self):
        return int(self)

    def _whole(self, rounding):
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer")
        if self._exp == "F":
            raise OverflowError("cannot convert Infinity to integer")
        return self.to_integral_value(rounding)

    def __int__(self):
        whole = self._whole(ROUND_DOWN)
        value = whole._int * 10**whole._exp
        return -value if self._sign else value

    def __float__(self):
        if self._exp == "N":
            raise ValueError("cannot convert signaling NaN to float")
        if self._exp == "n":
            return float("-nan" if self._sign else "nan")
        return float(show(self))

    # ---- arithmetic ----

    def __pos__(self):
        context = getcontext()
        if self.is_zero() and context.rounding != ROUND_FLOOR:
            return _make(0, 0, self._exp)._fixed(context)
        return self._fixed(context)

    def __neg__(self):
        return self._negated(getcontext())

    def _negated(self, context):
        if self.is_nan():
            return self._nan_of(context)
        if self.is_zero() and context.rounding != ROUND_FLOOR:
            return _make(0, 0, self._exp)._fixed(context)
        return self.copy_negate()._fixed(context)

    def __abs__(self):
        if self.is_nan():
            return self._nan_of(getcontext())
        return self.copy_abs()._fixed(getcontext())

    def copy_abs(self):
        return _make(0, self._int, self._exp)

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other, context=None):
        return _make(_convert(other)._sign, self._int, self._exp)

    def _add(self, other, context):
        if not (self.is_finite() and other.is_finite()):
            nan = self._special(other, context)
            if nan is not None:
                return nan
            if self._exp == "F":
                if other._exp == "F" and self._sign != other._sign:
                    return context.signal(InvalidOperation, _NAN)
                return self._copy()
            return other._copy()
        exponent = min(self._exp, other._exp)
        # Far apart, the smaller only tells which way to round.
        for large, small in ((self, other), (other, self)):
            if small._int and large._int and large._exp - small.adjusted() > context.prec + 2:
                low = large._exp - context.prec - 3
                small = _make(small._sign, 1, low)
                return large._sum(small, low)._fixed(context)
        result = self._sum(other, exponent)
        if not result._int:
            sign = self._sign if self._sign == other._sign else int(context.rounding == ROUND_FLOOR)
            result = _make(sign, 0, exponent)
        return result._fixed(context)

    def _sum(self, other, exponent):
        a = self._int * 10 ** (self._exp - exponent)
        b = other._int * 10 ** (other._exp - exponent)
        total = (-a if self._sign else a) + (-b if other._sign else b)
        return _make(1 if total < 0 else 0, abs(total), exponent)

    def _special(self, other, context):
        """The NaN that comes of a NaN, or None."""
        for value in (self, other):
            if value._exp == "N":
                return value._nan_of(context)
        for value in (self, other):
            if value._exp == "n":
                return value._copy()
        return None

    def _multiply(self, other, context):
        sign = self._sign ^ other._sign
        if not (self.is_finite() and other.is_finite()):
            nan = self._special(other, context)
            if nan is not None:
                return nan
            if self.is_zero() or other.is_zero():
                return context.signal(InvalidOperation, _NAN)
            return _infinity(sign)
        return _make(sign, self._int * other._int, self._exp + other._exp)._fixed(context)

    def _divide(self, other, context):
        sign = self._sign ^ other._sign
        if not (self.is_finite() and other.is_finite()):
            nan = self._special(other, context)
            if nan is not None:
                return nan
            if self._exp == "F":
                return context.signal(InvalidOperation, _NAN) if other._exp == "F" else _infinity(sign)
            return _make(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return context.signal(DivisionUndefined, _NAN)
            return context.signal(DivisionByZero, _infinity(sign))
        ideal = self._exp - other._exp
        if not self._int:
            return _make(sign, 0, ideal)._fixed(context)
        shift = count_digits(other._int) - count_digits(self._int) + context.prec + 1
        exponent = ideal - shift
        if shift >= 0:
            digits, rest = divmod(self._int * 10**shift, other._int)
        else:
            digits, rest = divmod(self._int, other._int * 10**-shift)
        if rest:
            if digits % 5 == 0:
                digits += 1    # so that it is no tie, and not exact
        else:
            while exponent < ideal and digits % 10 == 0:
                digits //= 10
                exponent += 1
        return _make(sign, digits, exponent)._fixed(context)

    def _quotient(self, other, context):
        """(whole quotient, remainder) of finite numbers, or None twice if it is too long."""
        exponent = min(self._exp, other._exp)
        a = self._int * 10 ** (self._exp - exponent)
        b = other._int * 10 ** (other._exp - exponent)
        quotient, rest = divmod(a, b)
        if count_digits(quotient) > context.prec:
            return None, None
        return (_make(self._sign ^ other._sign, quotient, 0), _make(self._sign, rest, exponent))

    def _divmod(self, other, context, wanted):
        """What //, % and divmod() answer; `wanted` is 0, 1 or both."""
        nan = self._special(other, context)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._exp == "F":
            quotient = context.signal(InvalidOperation, _NAN) if other._exp == "F" or wanted == 1 else _infinity(sign)
            return quotient, context.signal(InvalidOperation, _NAN) if wanted != 0 else None
        if other._exp == "F":
            return _make(sign, 0, 0), self._fixed(context)
        if not other._int:
            if not self._int:
                nan = context.signal(DivisionUndefined, _NAN)
                return nan, nan
            if wanted == 1:
                return None, context.signal(InvalidOperation, _NAN)
            if wanted == 2 and context.traps.get(InvalidOperation):
                context.signal(InvalidOperation, also=DivisionByZero)
            quotient = context.signal(DivisionByZero, _infinity(sign))
            return quotient, context.signal(InvalidOperation, _NAN) if wanted != 0 else None
        quotient, rest = self._quotient(other, context)
        if quotient is None:
            nan = context.signal(DivisionImpossible, _NAN)
            return nan, nan
        return quotient, rest._fixed(context)

    def remainder_near(self, other, context=None):
        context = context or getcontext()
        other = _convert(other)
        if not (self.is_finite() and other.is_finite() and other._int):
            return self._divmod(other, context, 1)[1]
        quotient, rest = self._quotient(other, context)
        if quotient is None:
            return context.signal(DivisionImpossible, _NAN)
        doubled = rest.copy_abs()._sum(rest.copy_abs(), rest._exp)
        order = doubled._order(other.copy_abs())
        if order > 0 or order == 0 and quotient._int % 2:
            step = _make(1 - rest._sign, other._int, other._exp)
            rest = rest._sum(step, rest._exp)
        return rest._fixed(context)

    def _power(self, other, context):
        nan = self._special(other, context)
        if nan is not None:
            return nan
        if not other.is_finite() or other != other.to_integral_value():
            return self._real_power(other, context)
        power = int(other)
        if power == 0:
            if self.is_zero():
                return context.signal(InvalidOperation, _NAN)
            return Decimal(1)
        sign = self._sign & power % 2
        if self._exp == "F":
            return _infinity(sign) if power > 0 else _make(sign, 0, 0)
        if not self._int:
            return _make(sign, 0, 0) if power > 0 else _infinity(sign)
        if power > 0 and count_digits(self._int) * power < 4 * context.prec + 40:
            return _make(sign, self._int**power, self._exp * power)._fixed(context)
        # With some digits more than needed, then rounded once.
        work = context.copy()
        work.clear_traps()
        work.prec = context.prec + len(str(abs(power))) + 5
        result, factor = Decimal(1), self.copy_abs()
        rest = abs(power)
        while rest:
            if rest & 1:
                result = result._multiply(factor, work)
            rest >>= 1
            if rest:
                factor = factor._multiply(factor, work)
        if power < 0:
            result = Decimal(1)._divide(result, work)
        return _make(sign, result._int, result._exp)._fixed(context)

    def _real_power(self, other, context):
        if self == 1:
            context.signal(Inexact)
            context.signal(Rounded)
            return _make(0, 10 ** (context.prec - 1), 1 - context.prec)
        if self._sign and self._int or self._sign and self._exp == "F":
            return context.signal(InvalidOperation, _NAN)
        if other._exp == "F":
            grows = (self.copy_abs() > 1) != bool(other._sign)
            return _infinity(0) if grows else Decimal(0)
        if self.is_zero() or self._exp == "F":
            return Decimal(0) if self.is_zero() != bool(other._sign) else _infinity(0)
        from ._transcendental import power

        return power(self, other, context)

    def sqrt(self, context=None):
        context = context or getcontext()
        if self.is_nan():
            return self._nan_of(context)
        if self._exp == "F" and not self._sign:
            return self._copy()
        if self.is_zero():
            return _make(self._sign, 0, self._exp // 2)._fixed(context)
        if self._sign:
            return context.signal(InvalidOperation, _NAN)
        # prec + 1 digits of the root, the last made odd if something is left.
        ideal = self._exp // 2
        digits, exponent = self._int, self._exp
        if exponent % 2:
            digits *= 10
            exponent -= 1
        shift = max(0, context.prec + 1 - (count_digits(digits) + 1) // 2)
        scaled = digits * 100**shift
        root = math.isqrt(scaled)
        exponent = exponent // 2 - shift
        if root * root == scaled:
            while exponent < ideal and root % 10 == 0:
                root //= 10
                exponent += 1
        elif root % 5 == 0:
            root += 1
        saved = context.rounding
        context.rounding = ROUND_HALF_EVEN
        try:
            return _make(0, root, exponent)._fixed(context)
        finally:
            context.rounding = saved

    def exp(self, context=None):
        from ._transcendental import exp

        return exp(self, context or getcontext())

    def ln(self, context=None):
        from ._transcendental import ln

        return ln(self, context or getcontext())

    def log10(self, context=None):
        from ._transcendental import log10

        return log10(self, context or getcontext())

    def fma(self, other, third, context=None):
        context = context or getcontext()
        other, third = _convert(other), _convert(third)
        if not (self.is_finite() and other.is_finite()):
            return self._multiply(other, context)._add(third, context)
        exact = _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return exact._add(third, context)

    def scaleb(self, other, context=None):
        return _make(self._sign, self._int, self._exp + int(other))._fixed(context or getcontext())

    def logb(self, context=None):
        return Decimal(self.adjusted())

    def same_quantum(self, other, context=None):
        other = _convert(other)
        return self._exp == other._exp

    # ---- comparison ----

    def _order(self, other):
        """-1, 0 or 1 for numbers that are no NaN."""
        if self._exp == "F" or other._exp == "F":
            a = 0 if self._exp != "F" else -1 if self._sign else 1
            b = 0 if other._exp != "F" else -1 if other._sign else 1
            return (a > b) - (a < b)
        if not self._int or not other._int or self._sign != other._sign:
            a = 0 if not self._int else -1 if self._sign else 1
            b = 0 if not other._int else -1 if other._sign else 1
            return (a > b) - (a < b)
        a, b = self.adjusted(), other.adjusted()
        if a == b:
            exponent = min(self._exp, other._exp)
            a = self._int * 10 ** (self._exp - exponent)
            b = other._int * 10 ** (other._exp - exponent)
        order = (a > b) - (a < b)
        return -order if self._sign else order

    def _compared(self, other, test, equality=False):
        other = _comparable(other, equality)
        if other is None:
            return NotImplemented
        if self.is_nan() or other.is_nan():
            if not equality or self._exp == "N" or other._exp == "N":
                getcontext().signal(InvalidOperation)
            return False
        return test(self._order(other))

    def __eq__(self, other):
        return self._compared(other, lambda order: order == 0, True)

    def __lt__(self, other):
        return self._compared(other, lambda order: order < 0)

    def __le__(self, other):
        return self._compared(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._compared(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._compared(other, lambda order: order >= 0)

    def compare(self, other, context=None):
        other = _convert(other)
        nan = self._special(other, context or getcontext())
        return Decimal(self._order(other)) if nan is None else nan

    def max(self, other, context=None):
        return self._better(_convert(other), 1, context or getcontext())

    def min(self, other, context=None):
        return self._better(_convert(other), -1, context or getcontext())

    def _better(self, other, sign, context):
        if self.is_nan() or other.is_nan():
            if self._exp == "N" or other._exp == "N":
                return self._special(other, context)
            return (other if self._exp == "n" else self)._fixed(context)
        order = self._order(other) or self.compare_total(other)
        return (self if int(order) * sign >= 0 else other)._fixed(context)

    def compare_total(self, other, context=None):
        order = self._order(other)
        if order == 0 and self._exp != other._exp:
            order = (self._exp > other._exp) - (self._exp < other._exp)
            order = -order if self._sign else order
        return Decimal(order)

    def __hash__(self):
        if self._exp == "N":
            raise TypeError("Cannot hash a signaling NaN value")
        if self._exp == "n":
            return object.__hash__(self)
        if self._exp == "F":
            return -314159 if self._sign else 314159
        modulus = 2**61 - 1
        power = pow(10, self._exp, modulus)
        result = self._int * power % modulus
        result = -result if self._sign else result
        return -2 if result == -1 else result

    def __bool__(self):
        return not self.is_finite() or self._int != 0

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _make(sign, digits, exponent, cls=Decimal):
    self = object.__new__(cls)
    self._sign = sign
    self._int = digits
    self._exp = exponent
    return self


def _infinity(sign):
    return _make(sign, 0, "F")


_NAN = _make(0, 0, "n")


def _plain(number):
    """The digits of a number with an exponent of at most 0, without exponent."""
    digits = str(number._int)
    if number._exp == 0:
        return digits
    digits = digits.rjust(1 - number._exp, "0")
    return f"{digits[:number._exp]}.{digits[number._exp:]}"


def _from_float(value, cls):
    if value != value or value in (float("inf"), float("-inf")):
        return cls(repr(value))
    sign = 1 if math.copysign(1.0, value) < 0 else 0
    top, bottom = abs(value).as_integer_ratio()
    power = bottom.bit_length() - 1
    return _make(sign, top * 5**power, -power, cls)


def _convert(value):
    """For operators: a Decimal of an int, else an error."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _comparable(value, equality):
    """What a Decimal can be compared with: None for other things."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        context = getcontext()
        if equality:
            context.flags[FloatOperation] = True
        else:
            context.signal(FloatOperation)
        return Decimal.from_float(value)
    return None


def _add_operators():
    """The operators and their reflected forms: both sides are Decimals or ints."""
    def add(a, b, context):
        return a._add(b, context)

    def subtract(a, b, context):
        if b.is_nan():
            return a._add(b, context)
        return a._add(b.copy_negate(), context)

    operations = {
        "add": add, "sub": subtract,
        "mul": lambda a, b, context: a._multiply(b, context),
        "truediv": lambda a, b, context: a._divide(b, context),
        "floordiv": lambda a, b, context: a._divmod(b, context, 0)[0],
        "mod": lambda a, b, context: a._divmod(b, context, 1)[1],
        "divmod": lambda a, b, context: a._divmod(b, context, 2),
        "pow": lambda a, b, context: a._power(b, context),
    }

    def operator(operation):
        def forward(self, other, modulo=None):
            if not isinstance(other, (Decimal, int)):
                return NotImplemented
            return operation(self, _convert(other), getcontext())

        def reflected(self, other, modulo=None):
            if not isinstance(other, (Decimal, int)):
                return NotImplemented
            return operation(_convert(other), self, getcontext())

        return forward, reflected

    for name, operation in operations.items():
        forward, reflected = operator(operation)
        setattr(Decimal, f"__{name}__", forward)
        setattr(Decimal, f"__r{name}__", reflected)


_add_operators()
Decimal.__module__ = DecimalTuple.__module__ = "decimal"
