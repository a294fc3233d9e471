"""exp, ln, log10 and powers of decimal, by integers with digits to spare."""
from ._number import Decimal, _infinity, _make
from ._signals import Inexact, InvalidOperation, Rounded


def _exp_scaled(x, digits):
    """e**x times 10**digits; `x` is a number times 10**digits."""
    unit = 10**digits
    # e**x = (e**(x / 2**k))**(2**k), and near 0 the series is short.
    halvings = max(0, abs(x) // unit).bit_length() + 8
    unit_wide = unit << 4 * halvings
    y = (x << 4 * halvings) >> halvings
    total = term = unit_wide
    n = 1
    while term:
        term = term * y // (unit_wide * n)
        total += term
        n += 1
        if term == -1:
            break
    for _ in range(halvings):
        total = total * total // unit_wide
    return total >> 4 * halvings


def _ln_scaled(digits_of_x, exponent, digits):
    """ln(digits_of_x * 10**exponent) times 10**digits."""
    unit = 10**digits
    shift = len(str(digits_of_x)) - 1 + exponent    # x = m * 10**shift, 1 <= m < 10
    scale = digits + exponent - shift
    m = digits_of_x * 10**scale if scale >= 0 else digits_of_x // 10**-scale
    result = _ln_near(m, unit)
    if shift:
        result += shift * _ln_near(10 * unit, unit)
    return result


def _ln_near(m, unit):
    """ln(m / unit) times unit, for 1 <= m / unit <= 10: roots bring it near 1, a series does the rest."""
    from math import isqrt

    wide = unit << 40
    m <<= 40
    roots = 0
    while m > wide + (wide >> 6):
        m = isqrt(m * wide)
        roots += 1
    # ln m = 2 artanh((m - 1) / (m + 1))
    z = (m - wide) * wide // (m + wide)
    square = z * z // wide
    total = 0
    power = z
    n = 1
    while power:
        total += power // n
        power = power * square // wide
        n += 2
    return (total * 2 << roots) >> 40


def _finish(sign, scaled, digits, context, rounding="ROUND_HALF_EVEN"):
    """A result that is never exact, rounded to the precision."""
    if scaled % 5 == 0:
        scaled += 1
    context.signal(Inexact)
    context.signal(Rounded)
    saved = context.rounding
    context.rounding = rounding
    try:
        return _make(sign, scaled, -digits)._fixed(context)
    finally:
        context.rounding = saved


def exp(x, context):
    if x.is_nan():
        return x._nan_of(context)
    if x._exp == "F":
        return Decimal(0) if x._sign else x._copy()
    if not x._int:
        return Decimal(1)
    if x.adjusted() > 7:
        return _finish(0, 1, context.prec - context.Emin + 9 if x._sign else -context.Emax - 9, context)
    digits = context.prec + 10 + max(0, x.adjusted() + 2)
    return _exp_finished(_scaled(x, digits), digits, context)


def _exp_finished(scaled, digits, context, rounding="ROUND_HALF_EVEN"):
    """e to the power of `scaled` / 10**digits: the powers of ten are split off first."""
    unit = 10**digits
    tens, rest = divmod(scaled, _ln_near(10 * unit, unit))
    return _finish(0, _exp_scaled(rest, digits), digits - tens, context, rounding)


def _scaled(x, digits):
    shift = digits + x._exp
    value = x._int * 10**shift if shift >= 0 else x._int // 10**-shift
    return -value if x._sign else value


def _checked(x, context):
    """The logarithm of what needs no calculation, or None."""
    if x.is_nan():
        return x._nan_of(context)
    if x.is_zero():
        return _infinity(1)
    if x._sign:
        return context.signal(InvalidOperation, _make(0, 0, "n"))
    if x._exp == "F":
        return x._copy()
    return Decimal(0) if x == 1 else None


def ln(x, context):
    known = _checked(x, context)
    if known is not None:
        return known
    digits = _digits_for_log(x, context)
    scaled = _ln_scaled(x._int, x._exp, digits)
    return _finish(int(scaled < 0), abs(scaled), digits, context)


def _digits_for_log(x, context):
    """Near 1 a logarithm begins with zeros: as many digits more."""
    distance = x._sum(Decimal(-1), min(x._exp, 0))
    return context.prec + 10 + max(0, -distance.adjusted()) + len(str(abs(x.adjusted())))


def log10(x, context):
    known = _checked(x, context)
    if known is not None:
        return known
    if str(x._int).rstrip("0") == "1":
        return Decimal(x.adjusted())._fixed(context)
    digits = _digits_for_log(x, context)
    scaled = _ln_scaled(x._int, x._exp, digits) * 10**digits // _ln_near(10 * 10**digits, 10**digits)
    return _finish(int(scaled < 0), abs(scaled), digits, context)


def power(x, y, context):
    """x**y for x above 0 and any y, exact where the result is."""
    if y == Decimal("0.5"):
        root = x.sqrt(context)
        if root._multiply(root, context) == x:
            return root._to_exponent(min(root._exp, root.adjusted() + 1 - context.prec), context.rounding)
    digits = context.prec + 20 + max(0, y.adjusted() + 1) + len(str(abs(x.adjusted()) + 1))
    log = _ln_scaled(x._int, x._exp, digits)
    shift = y._exp
    scaled = log * (-y._int if y._sign else y._int)
    scaled = scaled * 10**shift if shift >= 0 else scaled // 10**-shift
    return _exp_finished(scaled, digits, context, context.rounding)
