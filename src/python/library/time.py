"""The module time: clocks and sleep are native, the calendar is here."""
from _time import *
from _time import _broken_down, _mktime, _strftime

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")


class struct_time(tuple):
    """A date and a time of day: nine ints, with names."""

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = None
    tm_gmtoff = None

    def __repr__(self):
        fields = [f"{_FIELDS[i]}={self[i]!r}" for i in range(9)]
        return f"time.struct_time({', '.join(fields)})"


def _struct(seconds, local):
    fields = _broken_down(seconds, local)
    result = struct_time(fields[:9])
    result.tm_zone = fields[9]
    result.tm_gmtoff = fields[10]
    return result


def localtime(seconds=None, /):
    return _struct(seconds, True)


def gmtime(seconds=None, /):
    return _struct(seconds, False)


def _checked(t):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError("time tuple must have exactly 9 items")
    return tuple([int(field) for field in t])


def asctime(t=None, /):
    t = tuple(localtime()) if t is None else _checked(t)
    return f"{_DAYS[t[6]]} {_MONTHS[t[1] - 1]} {t[2]:2d} {t[3]:02d}:{t[4]:02d}:{t[5]:02d} {t[0]}"


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    t = tuple(localtime()) if t is None else _checked(t)
    if not 0 <= t[1] <= 12:
        raise ValueError("month out of range")
    return _strftime(format, t)


def mktime(t, /):
    return _mktime(_checked(t))


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    from _strptime import parse_time

    fields, _, offset, zone = parse_time(string, format)
    result = struct_time(fields)
    result.tm_zone = zone
    result.tm_gmtoff = None if offset is None else offset // 1000000
    return result
