"""datetime.timedelta: a span of time, to the microsecond."""
from math import copysign, modf

_MOST_DAYS = 999999999
_SECOND = 1000000
_DAY = 86400 * _SECOND
_UNITS = (("days", _DAY), ("seconds", _SECOND), ("microseconds", 1), ("milliseconds", 1000),
          ("minutes", 60 * _SECOND), ("hours", 3600 * _SECOND), ("weeks", 7 * _DAY))


class timedelta:
    """Days, seconds (0 to 86399) and microseconds (0 to 999999)."""

    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        rest = 0.0
        values = (days, seconds, microseconds, milliseconds, minutes, hours, weeks)
        for i, value in enumerate(values):
            if not value and isinstance(value, (int, float)):
                continue
            name, factor = _UNITS[i]
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                fraction, whole = modf(value)
                total += int(whole) * factor
                fraction, whole = modf(fraction * factor)
                total += int(whole)
                rest += fraction
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        if rest:
            odd = total & 1  # ties go to the even microsecond
            nearest = round(rest)
            if abs(rest - nearest) == 0.5 or abs(rest - int(rest)) == 0.5:
                half = (rest + odd) * 0.5
                nearest = int(2.0 * int(half + copysign(0.5, half)) - odd)
            total += nearest
        return from_microseconds(total, cls)

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def _total(self):
        return (self._days * 86400 + self._seconds) * _SECOND + self._microseconds

    def total_seconds(self):
        return self._total() / _SECOND

    def __repr__(self):
        parts = []
        if self._days:
            parts.append(f"days={self._days}")
        if self._seconds:
            parts.append(f"seconds={self._seconds}")
        if self._microseconds:
            parts.append(f"microseconds={self._microseconds}")
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return text

    def __add__(self, other):
        return from_microseconds(self._total() + other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return from_microseconds(self._total() - other._total()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return from_microseconds(-self._total())

    def __pos__(self):
        return from_microseconds(self._total())

    def __abs__(self):
        return from_microseconds(abs(self._total()))

    def __mul__(self, other):
        if isinstance(other, int):
            return from_microseconds(self._total() * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return from_microseconds(_divide_rounded(self._total() * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return from_microseconds(_divide_rounded(self._total(), other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return from_microseconds(_divide_rounded(self._total() * denominator, numerator))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        return from_microseconds(self._total() // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return from_microseconds(self._total() % other._total()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._total(), other._total())
        return quotient, from_microseconds(rest)

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


def from_microseconds(total, cls=timedelta):
    """The timedelta of so many microseconds."""
    days, rest = divmod(total, _DAY)
    if abs(days) > _MOST_DAYS:
        raise OverflowError(f"days={days}; must have magnitude <= {_MOST_DAYS}")
    result = object.__new__(cls)
    result._days = days
    result._seconds, result._microseconds = divmod(rest, _SECOND)
    return result


def _divide_rounded(a, b):
    """a / b, to the nearest int; ties go to the even one."""
    if b == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    quotient, rest = divmod(a, b)
    twice = 2 * rest
    if (twice > b if b > 0 else twice < b) or twice == b and quotient % 2 == 1:
        quotient += 1
    return quotient


timedelta.__module__ = "datetime"
timedelta.min = from_microseconds(-_MOST_DAYS * _DAY)
timedelta.max = from_microseconds(_MOST_DAYS * _DAY + _DAY - 1)
timedelta.resolution = from_microseconds(1)
