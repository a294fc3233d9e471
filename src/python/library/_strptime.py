"""strptime() of time and datetime: text to a date and a time, by a format."""
import re

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")
_PATTERNS = {
    "d": r"3[01]|[12]\d|0[1-9]|[1-9]| [1-9]",
    "f": r"\d{1,6}",
    "H": r"2[0-3]|[01]\d|\d",
    "I": r"1[0-2]|0[1-9]|[1-9]",
    "j": r"36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]",
    "m": r"1[0-2]|0[1-9]|[1-9]",
    "M": r"[0-5]\d|\d",
    "S": r"6[01]|[0-5]\d|\d",
    "U": r"5[0-3]|[0-4]\d|\d",
    "W": r"5[0-3]|[0-4]\d|\d",
    "V": r"5[0-3]|0[1-9]|[1-4]\d|\d",
    "w": r"[0-6]",
    "u": r"[1-7]",
    "y": r"\d\d",
    "Y": r"\d\d\d\d",
    "G": r"\d\d\d\d",
    "z": r"[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)",
    "Z": "utc|gmt",
    "p": "am|pm",
    "A": "|".join(_DAYS),
    "a": "|".join([day[:3] for day in _DAYS]),
    "B": "|".join(_MONTHS),
    "b": "|".join([month[:3] for month in _MONTHS]),
}
_PATTERNS["h"] = _PATTERNS["b"]
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S",
          "D": "%m/%d/%y", "R": "%H:%M", "F": "%Y-%m-%d"}
_compiled = {}


def _pattern(format):
    """The pattern for a format, and its directives in order."""
    found = _compiled.get(format)
    if found is None:
        directives = []
        found = _compiled[format] = re.compile(_source(format, format, directives), re.IGNORECASE), directives
    return found


def _source(part, format, directives):
    source = ""
    place = 0
    while place < len(part):
        c = part[place]
        place += 1
        if c.isspace():
            while place < len(part) and part[place].isspace():
                place += 1
            source += r"\s+"
        elif c != "%":
            source += re.escape(c)
        elif place == len(part):
            raise ValueError(f"stray % in format '{format}'")
        else:
            directive = part[place]
            place += 1
            if directive == "%":
                source += "%"
            elif directive in _WHOLE and directive not in "TDRF":
                source += _source(_WHOLE[directive], format, directives)
            elif directive in _PATTERNS:
                if directive in directives:
                    raise re.error(f"redefinition of group name {directive!r} as group "
                                   f"{len(directives) + 1}; was group {directives.index(directive) + 1}")
                directives.append(directive)
                source += f"(?P<{directive}>{_PATTERNS[directive]})"
            else:
                raise ValueError(f"{directive!r} is a bad directive in format {format!r}")
    return source


def parse_time(text, format):
    """(nine fields of struct_time, microsecond, offset from UTC in microseconds or None, zone name)"""
    for i, value in enumerate((text, format)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {i} must be str, not {type(value)}")
    pattern, directives = _pattern(format)
    match = pattern.match(text)
    if match is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if match.end() != len(text):
        raise ValueError(f"unconverted data remains: {text[match.end():]}")
    return _fields({directive: match[directive] for directive in directives})


def _fields(found):
    def number(directive, default):
        return int(found[directive]) if directive in found else default

    year = number("Y", None)
    if "y" in found:
        year = number("y", 0)
        year += 2000 if year <= 68 else 1900
    month, day = number("m", 1), number("d", 1)
    for directive in "Bbh":
        if directive in found:
            month = [name[:3] for name in _MONTHS].index(found[directive].lower()[:3]) + 1
    hour = number("H", 0)
    if "I" in found:
        hour = number("I", 0) % 12
        if found.get("p", "").lower() == "pm":
            hour += 12
    microsecond = int((found["f"] + "00000")[:6]) if "f" in found else 0
    weekday = _weekday(found)
    leap_guess = year is None and month == 2 and day == 29
    year, month, day, julian = _day(found, 1904 if leap_guess else 1900 if year is None else year,
                                    month, day, weekday, number)
    if weekday is None:
        from _datetime_date import to_ordinal

        weekday = (to_ordinal(year, month, day) + 6) % 7
    if leap_guess:
        year = 1900
    offset = _offset(found["z"]) if "z" in found else None
    zone = None
    if "Z" in found:
        zone = found["Z"].upper()
    summer = 0 if zone is not None else -1
    fields = (year, month, day, hour, number("M", 0), number("S", 0), weekday, julian, summer)
    return fields, microsecond, offset, zone


def _weekday(found):
    if "w" in found:
        return (int(found["w"]) - 1) % 7
    if "u" in found:
        return int(found["u"]) - 1
    for directive in "Aa":
        if directive in found:
            return [name[:3] for name in _DAYS].index(found[directive].lower()[:3])
    return None


def _day(found, year, month, day, weekday, number):
    """(year, month, day, day of the year), from whichever way the day was given."""
    from _datetime_date import check_date, day_of_year, first_week, from_ordinal, to_ordinal

    ordinal = None
    first = to_ordinal(year, 1, 1)
    if "j" in found:
        ordinal = first + number("j", 1) - 1
    elif "G" in found and "V" in found and weekday is not None:
        ordinal = first_week(number("G", year)) + (number("V", 1) - 1) * 7 + weekday
    elif weekday is not None and ("U" in found or "W" in found):
        sunday = "U" in found
        start = (first + 6) % 7  # the weekday of January 1st
        since = (start + 1) % 7 if sunday else start
        within = (weekday + 1) % 7 if sunday else weekday
        ordinal = first - since + number("U" if sunday else "W", 0) * 7 + within
        if since == 0:
            ordinal -= 7
    if ordinal is not None:
        year, month, day = from_ordinal(ordinal)
    check_date(year, month, day)
    return year, month, day, day_of_year(year, month, day)


def _offset(text):
    """Microseconds of +hh:mm[:ss[.ffffff]] or Z."""
    if text == "Z":
        return 0
    digits, _, fraction = text[1:].replace(":", "").partition(".")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    total = seconds * 1000000 + int((fraction + "000000")[:6])
    return -total if text[0] == "-" else total
