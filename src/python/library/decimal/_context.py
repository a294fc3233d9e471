"""Contexts of decimal: precision, rounding, and which signals are exceptions."""
import threading

from ._signals import (
    SIGNALS, Clamped, DivisionByZero, InvalidOperation, Overflow, signal_of,
)

ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP = (
    ROUNDINGS) = ("ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP",
                  "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP")
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999


def round_digits(sign, digits, drop, rounding):
    """`digits` without its last `drop` decimal digits, rounded; and whether something was lost."""
    if digits:
        drop = min(drop, count_digits(digits) + 2)    # nothing is left of it in any case
    unit = 10**drop
    kept, rest = divmod(digits, unit)
    if not rest:
        return kept, False
    half = rest * 2 - unit
    if rounding == ROUND_HALF_EVEN:
        up = half > 0 or half == 0 and kept % 2 == 1
    elif rounding == ROUND_HALF_UP:
        up = half >= 0
    elif rounding == ROUND_HALF_DOWN:
        up = half > 0
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = bool(sign)
    else:
        up = kept % 5 == 0    # ROUND_05UP
    return kept + up, True


def count_digits(number):
    """How many decimal digits; there are numbers that str() refuses."""
    if number.bit_length() < 10000:
        return len(str(number))
    count = (number.bit_length() - 1) * 30102 // 100000
    while 10**count <= number:
        count += 1
    return count


class Context:
    """How to calculate."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
                 flags=None, traps=None):
        # None means what DefaultContext has, once there is one.
        base = DefaultContext if prec is None or rounding is None or traps is None else None
        self.prec = base.prec if prec is None else prec
        self.rounding = base.rounding if rounding is None else rounding
        self.Emin = -999999 if Emin is None else Emin
        self.Emax = 999999 if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        self.flags = self._as_dict(flags or [])
        self.traps = dict(base.traps) if traps is None else self._as_dict(traps)

    @staticmethod
    def _as_dict(signals):
        if isinstance(signals, dict):
            return dict(signals)
        return {signal: signal in signals for signal in SIGNALS}

    def __setattr__(self, name, value):
        if name == "prec":
            if not isinstance(value, int):
                raise TypeError("valid range for prec is [1, MAX_PREC]")
            if not 1 <= value <= MAX_PREC:
                raise ValueError("valid range for prec is [1, MAX_PREC]")
        elif name == "rounding" and value not in ROUNDINGS:
            raise TypeError(
                "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        object.__setattr__(self, name, value)

    def __repr__(self):
        flags = ", ".join([signal.__name__ for signal in SIGNALS if self.flags.get(signal)])
        traps = ", ".join([signal.__name__ for signal in SIGNALS if self.traps.get(signal)])
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])")

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                       self.flags, self.traps)

    __copy__ = copy

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def signal(self, condition, result=None, also=None):
        """Notes that something has happened; raises it if it is trapped, else answers `result`."""
        signal = signal_of(condition)
        self.flags[signal] = True
        if self.traps.get(signal):
            raise signal([condition] if also is None else [condition, also])
        return result

    # ---- operations in this context ----

    def create_decimal(self, num="0"):
        from ._number import Decimal

        return Decimal(num, self)._fixed(self)

    def create_decimal_from_float(self, f):
        from ._number import Decimal

        return Decimal.from_float(f)._fixed(self)

    def plus(self, a):
        return _number(a)._fixed(self)

    def minus(self, a):
        return _number(a)._negated(self)

    def abs(self, a):
        a = _number(a)
        return a._negated(self) if a._sign else a._fixed(self)

    def add(self, a, b):
        return _number(a)._add(_number(b), self)

    def subtract(self, a, b):
        return _number(a)._add(-_number(b)._copy(), self)

    def multiply(self, a, b):
        return _number(a)._multiply(_number(b), self)

    def divide(self, a, b):
        return _number(a)._divide(_number(b), self)

    def power(self, a, b, modulo=None):
        return _number(a)._power(_number(b), self)

    def sqrt(self, a):
        return _number(a).sqrt(self)

    def quantize(self, a, b):
        return _number(a).quantize(_number(b), context=self)


def _number(value):
    from ._number import Decimal

    return value if isinstance(value, Decimal) else Decimal(value)


_TRAPPED = [InvalidOperation, DivisionByZero, Overflow]
DefaultContext = Context(28, ROUND_HALF_EVEN, traps=_TRAPPED)
BasicContext = Context(9, ROUND_HALF_UP, traps=[*_TRAPPED, Clamped])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])


def getcontext():
    """The context of this thread."""
    thread = threading.current_thread()
    context = getattr(thread, "_decimal_context", None)
    if context is None:
        context = thread._decimal_context = DefaultContext.copy()
    return context


def setcontext(context):
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    threading.current_thread()._decimal_context = context


class _ContextManager:
    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *exception):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    """A context for a `with` block, a copy of `ctx` or of the thread's."""
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(context, name, value)
    return _ContextManager(context)


Context.__module__ = "decimal"
