"""calendar: leap years, lengths of months, names."""
import calendar

print(calendar.isleap(2024), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.monthrange(2024, 2), calendar.weekday(2024, 3, 5), calendar.monthcalendar(2024, 2))
print(list(calendar.month_name), list(calendar.day_abbr), calendar.month_abbr[3], calendar.day_name[0], calendar.MONDAY + 0, calendar.SUNDAY + 0, calendar.timegm((2024, 1, 1, 0, 0, 0)))
try:
    calendar.monthrange(2024, 13)
except ValueError as error:
    print(type(error).__name__, error)
