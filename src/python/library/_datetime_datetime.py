"""datetime.datetime: a day and a time of day."""
import time as _time
from _datetime_date import (
    check_date,
    check_given,
    date,
    day_of_year,
    from_ordinal,
    index,
    missing,
    to_ordinal,
)
from _datetime_delta import from_microseconds, timedelta
from _datetime_text import expand_format, invalid_iso, parse_iso_date, parse_iso_time
from _datetime_time import check_time, format_clock, time
from _datetime_zone import ask_offset, check_zone, format_offset, timezone

_SECOND = 1000000
_DAY = 86400 * _SECOND
_LAST_DAY = 3652059
_EPOCH = to_ordinal(1970, 1, 1)


class datetime(date):
    """A date with a time of day, perhaps with a zone."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=missing, month=missing, day=missing, hour=0, minute=0, second=0,
                microsecond=0, tzinfo=None, *, fold=0):
        if day is missing:
            check_given(year=year, month=month, day=day)
        year, month, day = index(year), index(month), index(day)
        hour, minute, second, microsecond = index(hour), index(minute), index(second), index(microsecond)
        check_date(year, month, day)
        check_time(hour, minute, second, microsecond, fold)
        check_zone(tzinfo)
        return _make(cls, year, month, day, hour, minute, second, microsecond, tzinfo, fold)

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    # ---- other ways to make one

    @classmethod
    def now(cls, tz=None):
        check_zone(tz)
        return cls._from_microseconds(_time.time_ns() // 1000, tz)

    @classmethod
    def utcnow(cls):
        return _since_epoch(_time.time_ns() // 1000, None, cls)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        check_zone(tz)
        return cls._from_microseconds(_microseconds(timestamp), tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return _since_epoch(_microseconds(timestamp), None, cls)

    @classmethod
    def _from_microseconds(cls, total, tz):
        if tz is not None:
            return tz.fromutc(_since_epoch(total, tz, cls))
        fields = _time.localtime(total // _SECOND)
        return cls(*fields[:5], min(fields[5], 59), total % _SECOND)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        length = _length_of_date(date_string)
        day = parse_iso_date(date_string[:length])
        clock = (0, 0, 0, 0, None)
        if len(date_string) > length:
            clock = parse_iso_time(date_string[length + 1:])
        if day is None or clock is None:
            raise invalid_iso(date_string)
        return cls(*day, *clock)

    @classmethod
    def strptime(cls, date_string, format, /):
        for i, value in enumerate((date_string, format), 1):
            if not isinstance(value, str):
                raise TypeError(f"strptime() argument {i} must be str, not {type(value).__name__}")
        from _strptime import parse_time

        fields, microsecond, offset, name = parse_time(date_string, format)
        zone = None
        if offset is not None:
            delta = timedelta(microseconds=offset)
            zone = timezone(delta, name) if name else timezone(delta)
        return cls(*fields[:6], microsecond, zone)

    # ---- parts

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def utcoffset(self):
        return ask_offset(self._tzinfo, "utcoffset", self)

    def dst(self):
        return ask_offset(self._tzinfo, "dst", self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def timetuple(self):
        summer = self.dst()
        return _time.struct_time((
            self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
            day_of_year(self._year, self._month, self._day), -1 if summer is None else int(bool(summer))))

    def utctimetuple(self):
        offset = self.utcoffset()
        utc = self if not offset else self.replace(tzinfo=None) - offset
        return _time.struct_time((*utc.replace(tzinfo=None).timetuple()[:8], 0))

    def timestamp(self):
        if self._tzinfo is None:
            return _time.mktime(self.timetuple()) + self._microsecond / _SECOND
        return (self._total() - self.utcoffset()._total() - _EPOCH * _DAY) / _SECOND

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        given = (year, month, day, hour, minute, second, microsecond)
        mine = (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond)
        fields = [mine[i] if given[i] is None else given[i] for i in range(7)]
        return type(self)(*fields, self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def astimezone(self, tz=None):
        check_zone(tz)
        offset = self.utcoffset()
        if tz is None:
            tz = _local_zone(self)
        if offset is None:
            offset = _local_zone(self).utcoffset(None)
        if tz is self._tzinfo:
            return self
        return tz.fromutc((self.replace(tzinfo=None) - offset).replace(tzinfo=tz))

    # ---- text

    def isoformat(self, sep="T", timespec="auto"):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {type(sep).__name__}")
        offset = self.utcoffset()
        return (f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}{format_clock(self, timespec)}"
                f"{'' if offset is None else format_offset(offset)}")

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        cls = type(self)
        fields = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        while len(fields) > 5 and not fields[-1]:
            fields.pop()
        text = f"{cls.__module__}.{cls.__qualname__}({', '.join([str(field) for field in fields])}"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return text + ")"

    def ctime(self):
        return super().ctime().replace("00:00:00", format_clock(self, "seconds"))

    # ---- arithmetic and comparison

    def _total(self):
        """Microseconds since the day before the first."""
        seconds = ((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60 + self._second
        return seconds * _SECOND + self._microsecond

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _of(self._total() + other._total(), self._tzinfo, type(self))

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _of(self._total() - other._total(), self._tzinfo, type(self))
        if not isinstance(other, datetime):
            return NotImplemented
        mine, others = self._key(other), other._key(self)
        if mine[0] != others[0]:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return from_microseconds(mine[1] - others[1])

    def _key(self, other):
        """(aware?, microseconds in UTC); as they are if both are of one zone."""
        if isinstance(other, datetime) and other._tzinfo is self._tzinfo:
            return False, self._total()
        offset = self.utcoffset()
        return offset is not None, self._total() - (0 if offset is None else offset._total())

    def _order(self, other):
        """Negative, 0 or positive; None if `other` is no datetime."""
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError("can't compare datetime.datetime to datetime.date")
            return None
        mine, others = self._key(other), other._key(self)
        if mine[0] != others[0]:
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return mine[1] - others[1]

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        return self._key(other) == other._key(self)

    def __lt__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order >= 0

    def __hash__(self):
        return hash(self._key(None))

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day, self._hour, self._minute, self._second,
                            self._microsecond, self._tzinfo)


_new = object.__new__


def _make(cls, year, month, day, hour, minute, second, microsecond, zone, fold):
    """A datetime of fields that are known to be right."""
    result = _new(cls)
    result._year = year
    result._month = month
    result._day = day
    result._hour = hour
    result._minute = minute
    result._second = second
    result._microsecond = microsecond
    result._tzinfo = zone
    result._fold = fold
    return result


def _of(total, zone, cls):
    ordinal, rest = divmod(total, _DAY)
    if not 1 <= ordinal <= _LAST_DAY:
        raise OverflowError("date value out of range")
    seconds, microsecond = divmod(rest, _SECOND)
    minutes, second = divmod(seconds, 60)
    fields = (*from_ordinal(ordinal), minutes // 60, minutes % 60, second, microsecond, zone)
    return _make(cls, *fields, 0) if cls is datetime else cls(*fields)


def _since_epoch(total, zone, cls):
    try:
        return _of(total + _EPOCH * _DAY, zone, cls)
    except OverflowError:
        year = 1970 + total // _SECOND // 31556952
        raise ValueError(f"year {year} is out of range") from None


def _microseconds(timestamp):
    """Seconds as a number; rounded half to even."""
    if not isinstance(timestamp, (int, float)):
        raise TypeError(f"'{type(timestamp).__name__}' object cannot be interpreted as an integer")
    if timestamp != timestamp:
        raise ValueError("Invalid value NaN (not a number)")
    whole = int(timestamp // 1)
    return whole * _SECOND + round((timestamp - whole) * 1e6)


def _local_zone(value):
    """The zone of this machine at the moment that `value` means."""
    fields = _time.localtime(value.timestamp())
    return timezone(timedelta(seconds=fields.tm_gmtoff), fields.tm_zone)


def _length_of_date(text):
    """How many characters of an ISO text are its date."""
    if len(text) == 7:
        return 7
    if text[4:5] == "-":
        if text[5:6] != "W":
            return 10
        return 10 if text[8:9] == "-" and text[9:10].isdecimal() else 8
    if text[4:5] == "W":
        end = 4
        while end < len(text) and (text[end].isdecimal() or text[end] == "W"):
            end += 1
        return end if end < 9 else 8 if end % 2 == 0 and end == len(text) else min(end, 8)
    return 8


datetime.__module__ = "datetime"
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
