"""Dates and times as text: what strftime() of the module time does not know, and ISO 8601."""

_DIGITS = "0123456789"


def invalid_iso(text):
    return ValueError(f"Invalid isoformat string: {text!r}")


def expand_format(value, format):
    """The format with %f, %z and %Z filled in."""
    if "%" not in format:
        return format
    parts = []
    place = 0
    while True:
        percent = format.find("%", place)
        if percent < 0 or percent + 1 == len(format):
            break
        parts.append(format[place:percent])
        directive = format[percent + 1]
        place = percent + 2
        if directive == "f":
            parts.append(f"{getattr(value, 'microsecond', 0):06d}")
        elif directive == "z":
            parts.append(_offset_of(value))
        elif directive == "Z":
            name = value.tzname() if hasattr(value, "tzname") else None
            parts.append("" if name is None else name.replace("%", "%%"))
        else:
            parts.append("%" + directive)
    parts.append(format[place:])
    return "".join(parts)


def _offset_of(value):
    offset = value.utcoffset() if hasattr(value, "utcoffset") else None
    if offset is None:
        return ""
    from _datetime_zone import format_offset

    return format_offset(offset, "")


def _number(text, start, length):
    """The int of exactly so many digits; None if they are not there."""
    digits = text[start:start + length]
    if len(digits) != length or any([digit not in _DIGITS for digit in digits]):
        return None
    return int(digits)


def parse_iso_date(text):
    """(year, month, day) of a date in one of ISO 8601's forms, or None."""
    year = _number(text, 0, 4)
    if year is None:
        return None
    dash = text[4:5] == "-"
    place = 5 if dash else 4
    if text[place:place + 1] == "W":
        return _parse_week(text, year, place + 1, dash)
    month = _number(text, place, 2)
    place += 2
    if dash:
        if text[place:place + 1] != "-":
            return None
        place += 1
    day = _number(text, place, 2)
    if month is None or day is None or len(text) != place + 2:
        return None
    return year, month, day


def _parse_week(text, year, place, dash):
    from _datetime_date import date

    week = _number(text, place, 2)
    place += 2
    day = 1
    if place < len(text):
        if dash:
            if text[place] != "-":
                return None
            place += 1
        day = _number(text, place, 1)
        place += 1
    if week is None or day is None or place != len(text):
        return None
    found = date.fromisocalendar(year, week, day)
    return found.year, found.month, found.day


def _parse_clock(text):
    """[hour, minute, second, microsecond] of hh[:mm[:ss[.ffffff]]], with colons or without; or None."""
    fields = [0, 0, 0, 0]
    place = 0
    colon = None
    for i in range(3):
        fields[i] = _number(text, place, 2)
        if fields[i] is None:
            return None
        place += 2
        if place == len(text):
            return fields
        if text[place] in ".,":
            break
        if colon is None:
            colon = text[place] == ":"
        if colon:
            if text[place] != ":":
                return None
            place += 1
    if i != 2 or text[place] not in ".,":
        return None
    digits = text[place + 1:]
    if not digits or any([digit not in _DIGITS for digit in digits]):
        return None
    fields[3] = int((digits + "00000")[:6])
    return fields


def parse_iso_time(text):
    """(hour, minute, second, microsecond, zone) of a time in one of ISO 8601's forms, or None."""
    from _datetime_delta import timedelta
    from _datetime_zone import timezone

    sign = max(text.find("+"), text.find("-"), text.find("Z"))
    zone = None
    clock = text if sign < 0 else text[:sign]
    if sign >= 0:
        rest = text[sign + 1:]
        if text[sign] == "Z":
            if rest:
                return None
            zone = timezone.utc
        else:
            offset = _parse_clock(rest)
            if offset is None:
                return None
            delta = timedelta(hours=offset[0], minutes=offset[1], seconds=offset[2], microseconds=offset[3])
            zone = timezone(-delta if text[sign] == "-" else delta)
    fields = _parse_clock(clock)
    return None if fields is None else (*fields, zone)
