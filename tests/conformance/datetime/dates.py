"""datetime.date: parts, text, arithmetic, comparison."""
from datetime import date, timedelta

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.toordinal(), d.isocalendar(), d.ctime(), d.timetuple())
print(date.fromordinal(738945), date.fromisoformat("2024-12-31"), date.fromisoformat("20241231"), date.fromisoformat("2024-W10-3"), date.fromisoformat("2024W10"), date.fromisocalendar(2020, 53, 7))
print(d + timedelta(1), d - timedelta(days=365, hours=30), d - date(2023, 1, 1), d < date(2024, 3, 1), d == date(2024, 2, 29), d != 5, max(d, date.min), hash(d) == hash(date(2024, 2, 29)))
print(d.replace(year=2020), d.replace(day=1), f"{d:%d.%m.%Y}", f"{d}", d.strftime("%A %j %U %B %b %y %%"), date.min, date.max, date.resolution)
for year in (1, 4, 100, 400, 1900, 1999, 2000, 2024, 9999):
    for month, day in ((1, 1), (2, 28), (12, 31)):
        x = date(year, month, day)
        assert date.fromordinal(x.toordinal()) == x
        print(x.isocalendar()[:], x.weekday(), x.timetuple().tm_yday, end="; ")
print(sorted([date(2024, 5, 1), date(2023, 6, 1), date(2024, 4, 30)]), {d: 1}[date(2024, 2, 29)], isinstance(d, date))
