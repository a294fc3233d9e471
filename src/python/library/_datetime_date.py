"""datetime.date: a day of the Gregorian calendar."""
import time as _time
from _datetime_delta import timedelta
from _datetime_text import expand_format, invalid_iso, parse_iso_date

MINYEAR, MAXYEAR = 1, 9999
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)  # days before a month
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LAST_DAY = 3652059  # ordinal of 9999-12-31
missing = object()


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def day_of_year(year, month, day):
    return _BEFORE[month] + day + (1 if month > 2 and is_leap(year) else 0)


def to_ordinal(year, month, day):
    """1 for the first day of year 1."""
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + day_of_year(year, month, day)


def from_ordinal(ordinal):
    """(year, month, day)"""
    cycles, rest = divmod(ordinal - 1, 146097)  # days of 400 years
    centuries = min(rest // 36524, 3)
    rest -= centuries * 36524
    fours, rest = divmod(rest, 1461)
    ones = min(rest // 365, 3)
    rest -= ones * 365
    year = cycles * 400 + centuries * 100 + fours * 4 + ones + 1
    leap = is_leap(year)
    if leap and rest >= 59:
        if rest == 59:
            return year, 2, 29
        rest -= 1
    month = rest // 31 + 1
    if rest >= _BEFORE[month + 1]:
        month += 1
    return year, month, rest - _BEFORE[month] + 1


def first_week(year):
    """The ordinal of the Monday with which the year's ISO week 1 begins."""
    first = to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def index(value):
    """The int that an argument is."""
    return value if type(value) is int else range(value).stop


def check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError("day is out of range for month")


def check_given(**arguments):
    """TypeError for the first argument that was left out."""
    for position, name in enumerate(arguments):
        if arguments[name] is missing:
            raise TypeError(f"function missing required argument {name!r} (pos {position + 1})")


class IsoCalendarDate(tuple):
    """(year, week, weekday) as ISO 8601 counts them."""

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


class date:
    """Year, month, day."""

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=missing, month=missing, day=missing):
        if day is missing:
            check_given(year=year, month=month, day=day)
        year, month, day = index(year), index(month), index(day)
        check_date(year, month, day)
        result = object.__new__(cls)
        result._year = year
        result._month = month
        result._day = day
        return result

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, ordinal, /):
        ordinal = index(ordinal)
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        if ordinal > _LAST_DAY:
            raise ValueError(f"year {(ordinal - 1) // 365 + 1} is out of range" if ordinal > _LAST_DAY + 366
                             else "year 10000 is out of range")
        return cls(*from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        fields = parse_iso_date(date_string)
        if fields is None:
            raise invalid_iso(date_string)
        return cls(*fields)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        weeks = (first_week(year + 1) - first_week(year)) // 7
        if not 1 <= week <= weeks:
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        return cls.fromordinal(first_week(year) + (week - 1) * 7 + day - 1)

    def toordinal(self):
        return to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        ordinal = to_ordinal(self._year, self._month, self._day)
        year = self._year
        if ordinal < first_week(year):
            year -= 1
        elif ordinal >= first_week(year + 1):
            year += 1
        return IsoCalendarDate((year, (ordinal - first_week(year)) // 7 + 1, (ordinal + 6) % 7 + 1))

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        return (f"{_DAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} 00:00:00 {self._year:04d}")

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                  day_of_year(self._year, self._month, self._day), -1))

    def strftime(self, format):
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
        return _time.strftime(expand_format(self, format), self.timetuple())

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other.days
        if not 1 <= ordinal <= _LAST_DAY:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(ordinal)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return self._year, self._month, self._day

    def _comparable(self, other):
        return isinstance(other, date) and not hasattr(other, "hour")

    def __eq__(self, other):
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __reduce__(self):
        return type(self), self._key()


date.__module__ = IsoCalendarDate.__module__ = "datetime"
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)
