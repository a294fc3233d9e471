"""Exact sums for statistics: numbers are added as fractions, whatever their types."""
from fractions import Fraction
from math import isqrt


class StatisticsError(ValueError):
    """Data that a function of statistics can make nothing of."""


StatisticsError.__module__ = "statistics"


def ratio(x):
    """`x` as (numerator, denominator), exactly; (x, None) for infinities and NaN."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


def coerce(T, S):
    """The type that numbers of both have in common."""
    if T is S or S is int or S is bool:
        return T
    if T is int or issubclass(S, T):
        return S
    if issubclass(T, S) or issubclass(S, int):
        return T
    if issubclass(T, int):
        return S
    if {T, S} == {Fraction, float} or issubclass(T, float) and issubclass(S, Fraction):
        return float
    raise TypeError(f"don't know how to coerce {T.__name__} and {S.__name__}")


def convert(value, T):
    """A fraction as a number of the type of the data."""
    if type(value) is T:
        return value
    if issubclass(T, int) and value.denominator != 1:
        T = float
    try:
        return T(value)
    except TypeError:
        if T.__name__ == "Decimal":
            return T(value.numerator) / value.denominator
        raise


def exact_sum(data):
    """(type, sum as a fraction, count)."""
    partials = {}
    count = 0
    T = int
    for x in data:
        kind = type(x)
        if kind is not T:
            T = coerce(T, kind)
        numerator, denominator = ratio(x)
        partials[denominator] = partials.get(denominator, 0) + numerator
        count += 1
    return T, _total(partials), count


def _total(partials):
    if None in partials:
        return partials[None]    # an infinity or NaN takes all
    return sum([Fraction(n, d) for d, n in partials.items()], Fraction(0))


def squares(data, centre=None):
    """(type, sum of squared distances, mean, count); from `centre` if it is given."""
    if centre is not None:
        T, total, count = exact_sum([(x - centre) * (x - centre) for x in data])
        return T, total, centre, count
    T = int
    values = []
    for x in data:
        kind = type(x)
        if kind is not T:
            T = coerce(T, kind)
        values.append(ratio(x))
    count = len(values)
    if count == 0:
        return T, Fraction(0), Fraction(0), 0
    special = [n for n, d in values if d is None]
    if special:
        total = sum(special)
        return T, total - total, total, count
    sums = {}
    square_sums = {}
    for n, d in values:
        sums[d] = sums.get(d, 0) + n
        square_sums[d] = square_sums.get(d, 0) + n * n
    total = _total(sums)
    squared = sum([Fraction(n, d * d) for d, n in square_sums.items()], Fraction(0))
    return T, (count * squared - total * total) / count, total / count, count


def root(value, T):
    """The square root of a fraction, rounded once."""
    if T.__name__ == "Decimal":
        return (T(value.numerator) / value.denominator).sqrt()
    return float_root(value.numerator, value.denominator)


def float_root(n, m):
    """The float nearest to the square root of n / m."""
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        return (_odd_root(n, m << 2 * shift) << shift) / 1
    return _odd_root(n << -2 * shift, m) / (1 << -shift)


def _odd_root(n, m):
    """The root of n / m rounded down, its last bit set if something is left: rounds right later."""
    a = isqrt(n // m)
    return a | (a * a * m != n)
