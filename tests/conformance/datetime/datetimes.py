"""datetime.datetime and time: parts, text, arithmetic."""
from datetime import date, datetime, time, timedelta, timezone

d = datetime(2024, 3, 5, 14, 7, 9, 123456)
print(d, repr(d), d.isoformat(), d.isoformat(" ", "minutes"), d.isoformat(timespec="milliseconds"), d.date(), d.time(), d.ctime(), d.timetuple()[:8])
print(d + timedelta(days=1, hours=10), d - timedelta(microseconds=123457), d - datetime(2024, 1, 1), d.replace(hour=0, microsecond=0), d.weekday(), datetime(2024, 1, 1), repr(datetime(2024, 1, 1, 5)), repr(datetime(2024, 1, 1, 0, 0, 0, 1)))
print(d.strftime("%Y-%m-%d %H:%M:%S.%f|%I:%M %p|%a %b|%z%Z|%j"), f"{d:%H:%M}", d.strftime(""), format(d, ""), datetime.combine(date(2020, 1, 2), time(3, 4)))
print(d < datetime(2025, 1, 1), d == datetime(2024, 3, 5, 14, 7, 9, 123456), d == date(2024, 3, 5), d in {d: 1}, datetime.min, datetime.max, datetime.resolution, isinstance(d, date))
t = time(9, 5, 3, 20)
print(t, repr(t), t.isoformat("hours"), t.replace(minute=0), time(1) < time(2), time(5, 6), repr(time(5)), t.strftime("%H-%M"), time.min, time.max, time(1, tzinfo=timezone.utc), bool(time(0)))
for text in ["2024-03-05", "2024-03-05T14:07", "2024-03-05 14:07:09", "2024-03-05T14:07:09.5", "20240305T140709", "2024-03-05T14:07:09.123456789", "2024-W10-2T10", "2024-03-05T14:07:09Z", "2024-03-05T14:07:09+05:30", "2024-03-05T140709-0130"]:
    print(text, repr(datetime.fromisoformat(text)))
print([time.fromisoformat(text) for text in ["04", "04:23", "T04:23:01", "042301", "04:23:01.000384", "04:23:01+04:00"]])
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1.5, timezone.utc), datetime.utcfromtimestamp(86400), datetime(1970, 1, 2, tzinfo=timezone.utc).timestamp(), datetime(2024, 1, 1).timestamp() == datetime.fromtimestamp(datetime(2024, 1, 1).timestamp()).timestamp())
now = datetime.now()
print(now - datetime.now() <= timedelta(0), date.today() >= date(2024, 1, 1), datetime.now(timezone.utc).tzinfo, type(datetime.utcnow()).__name__)
