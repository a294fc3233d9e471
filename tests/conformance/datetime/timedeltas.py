"""datetime.timedelta: normal form, text, arithmetic."""
from datetime import timedelta

for args in [{}, {"days": 1}, {"days": -1, "seconds": 5}, {"hours": 25, "minutes": 61}, {"microseconds": -1}, {"weeks": 2, "milliseconds": 1500}, {"seconds": 0.1}, {"days": 0.5, "hours": 0.25}, {"seconds": 1.0000005}, {"microseconds": 0.5}, {"microseconds": 1.5}, {"days": 1e-12}, {"hours": -2.5}]:
    t = timedelta(**args)
    print(args, t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds())
a, b = timedelta(hours=5), timedelta(minutes=90)
print(a + b, a - b, b - a, -a, abs(-a), a * 3, 2 * b, a * 1.5, a / b, a // b, a / 4, a // 7, a % b, divmod(a, b), a / 0.3, a * -0.1)
print(a > b, a == timedelta(seconds=18000), a != b, bool(timedelta()), hash(a) == hash(timedelta(hours=5)), sorted([a, b, -a]), sum([a, b], timedelta()))
print(timedelta.min, timedelta.max, timedelta.resolution, timedelta(days=100000).total_seconds(), str(timedelta(days=-1)), f"{a}")
