"""datetime.timezone and tzinfo: offsets, conversion, comparison."""
from datetime import datetime, timedelta, timezone, tzinfo

cet = timezone(timedelta(hours=1))
ist = timezone(timedelta(hours=5, minutes=30), "IST")
print(timezone.utc, repr(timezone.utc), cet, repr(cet), ist, repr(ist), timezone(timedelta(hours=-3, minutes=-30)), timezone(timedelta(seconds=61)), timezone(timedelta(0)) is timezone.utc, cet == timezone(timedelta(minutes=60)))
d = datetime(2024, 6, 1, 12, tzinfo=timezone.utc)
print(d, repr(d), d.astimezone(cet), d.astimezone(ist).isoformat(), d.utcoffset(), d.tzname(), d.dst(), d.astimezone(ist).tzname(), d.astimezone(cet) == d, d - datetime(2024, 6, 1, 12, tzinfo=ist), hash(d) == hash(d.astimezone(ist)))
print(d.strftime("%z %Z"), d.astimezone(ist).strftime("%z %Z"), d.timetz(), d.replace(tzinfo=None), d.utctimetuple()[:6], d == d.replace(tzinfo=None), datetime(2024, 6, 1, tzinfo=cet) < d)


class Summer(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if 4 <= dt.month <= 9 else timedelta(0)

    def tzname(self, dt):
        return "SUMMER" if self.dst(dt) else "WINTER"


zone = Summer()
for month in (1, 6):
    x = datetime(2024, month, 1, 12, tzinfo=timezone.utc).astimezone(zone)
    print(x, x.tzname(), x.dst(), x.timetuple().tm_isdst)
