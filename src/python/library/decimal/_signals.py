"""The signals of decimal: what can go wrong in a calculation, or be worth knowing."""


class DecimalException(ArithmeticError):
    """The base of all signals."""


class Clamped(DecimalException):
    """An exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """An operation that has no result."""


class ConversionSyntax(InvalidOperation):
    """Text that is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number divided by zero."""


class DivisionImpossible(InvalidOperation):
    """An integer quotient with more digits than the precision."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero divided by zero."""


class InvalidContext(InvalidOperation):
    """A context that cannot be."""


class Inexact(DecimalException):
    """A result was rounded, and lost something."""


class Rounded(DecimalException):
    """A result was rounded."""


class Subnormal(DecimalException):
    """A result is smaller than a normal number can be."""


class Overflow(Inexact, Rounded):
    """A result is too large."""


class Underflow(Inexact, Rounded, Subnormal):
    """A result is too small."""


class FloatOperation(DecimalException, TypeError):
    """A float and a Decimal together."""


SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Inexact,
           Rounded, Clamped)
for _class in (DecimalException, ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext,
               *SIGNALS):
    _class.__module__ = "decimal"


def signal_of(condition):
    """The signal that a condition raises: some are kinds of InvalidOperation."""
    return InvalidOperation if issubclass(condition, InvalidOperation) else condition
