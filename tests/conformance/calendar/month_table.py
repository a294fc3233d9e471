"""calendar.month: a month as text."""
import calendar

print(calendar.month(2024, 2))
print(repr(calendar.month(2023, 10, w=4, l=2)))
calendar.prmonth(2024, 9)
print(calendar.weekheader(3), calendar.weekheader(10))
