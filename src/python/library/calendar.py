"""The module calendar: weekdays, lengths of months, leap years."""
from _datetime_date import days_in_month, is_leap, to_ordinal

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January, February = 1, 2
day_name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
day_abbr = [name[:3] for name in day_name]
month_name = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September",
              "October", "November", "December"]
month_abbr = [name[:3] for name in month_name]


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


def isleap(year):
    return is_leap(year)


def leapdays(y1, y2):
    """How many leap years there are from y1 on and before y2."""
    y1 -= 1
    y2 -= 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    return (to_ordinal(year, month, day) + 6) % 7


def monthrange(year, month):
    """(the weekday of the first day, how many days)"""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), days_in_month(year, month)


def monthcalendar(year, month):
    """The weeks of a month, from Monday on; 0 for days outside it."""
    first, count = monthrange(year, month)
    days = [0] * first + list(range(1, count + 1))
    days += [0] * (-len(days) % 7)
    return [days[i:i + 7] for i in range(0, len(days), 7)]


def timegm(tuple):
    """Seconds since the epoch of a struct_time in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = to_ordinal(year, month, 1) + day - 1 - to_ordinal(1970, 1, 1)
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def weekheader(width):
    """The days' names, `width` characters each."""
    names = day_name if width >= 9 else day_abbr
    return " ".join([name[:width].center(width) for name in names])


def month(theyear, themonth, w=0, l=0):
    """The month as a table, from Monday on."""
    width = max(2, w)
    title = f"{month_name[themonth]} {theyear}"
    lines = [title.center(7 * (width + 1) - 1).rstrip(), weekheader(width).rstrip()]
    for week in monthcalendar(theyear, themonth):
        lines.append(" ".join([(str(day) if day else "").rjust(2).center(width) for day in week]).rstrip())
    line_end = "\n" * max(1, l)
    return line_end.join(lines) + line_end


def prmonth(theyear, themonth, w=0, l=0):
    print(month(theyear, themonth, w, l), end="")
