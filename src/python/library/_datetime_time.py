"""datetime.time: a time of day, perhaps with a zone."""
import time as _time
from _datetime_date import index
from _datetime_delta import timedelta
from _datetime_text import expand_format, invalid_iso, parse_iso_time
from _datetime_zone import ask_offset, check_zone, format_offset

_PRECISIONS = ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")


def check_time(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def format_clock(value, timespec):
    """hh:mm:ss.ffffff, or as much of it as is asked for."""
    if timespec not in _PRECISIONS:
        raise ValueError("Unknown timespec value")
    if timespec == "auto":
        timespec = "microseconds" if value.microsecond else "seconds"
    text = f"{value.hour:02d}"
    if timespec != "hours":
        text += f":{value.minute:02d}"
        if timespec != "minutes":
            text += f":{value.second:02d}"
            if timespec == "milliseconds":
                text += f".{value.microsecond // 1000:03d}"
            elif timespec == "microseconds":
                text += f".{value.microsecond:06d}"
    return text


class time:
    """Hour, minute, second, microsecond."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond = index(hour), index(minute), index(second), index(microsecond)
        check_time(hour, minute, second, microsecond, fold)
        check_zone(tzinfo)
        result = object.__new__(cls)
        result._hour = hour
        result._minute = minute
        result._second = second
        result._microsecond = microsecond
        result._tzinfo = tzinfo
        result._fold = fold
        return result

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        fields = parse_iso_time(time_string.removeprefix("T"))
        if fields is None:
            raise invalid_iso(time_string)
        return cls(*fields)

    def utcoffset(self):
        return ask_offset(self._tzinfo, "utcoffset", None)

    def dst(self):
        return ask_offset(self._tzinfo, "dst", None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def isoformat(self, timespec="auto"):
        offset = self.utcoffset()
        return format_clock(self, timespec) + ("" if offset is None else format_offset(offset))

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        cls = type(self)
        text = f"{cls.__module__}.{cls.__qualname__}({self._hour}, {self._minute}"
        if self._second or self._microsecond:
            text += f", {self._second}"
        if self._microsecond:
            text += f", {self._microsecond}"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return text + ")"

    def strftime(self, format):
        return _time.strftime(expand_format(self, format), (
            1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def _key(self):
        """What a comparison looks at: (aware?, microseconds of the day in UTC)"""
        offset = self.utcoffset()
        total = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        return offset is not None, total if offset is None else total - offset._total()

    def _keys(self, other):
        mine, others = self._key(), other._key()
        if mine[0] != others[0]:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return mine, others

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._keys(other)
        return mine < others

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._keys(other)
        return mine <= others

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._keys(other)
        return mine > others

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._keys(other)
        return mine >= others

    def __hash__(self):
        return hash(self._key())

    def __reduce__(self):
        return type(self), (self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


time.__module__ = "datetime"
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
