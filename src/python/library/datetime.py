"""The module datetime: dates, times of day, spans of time, offsets from UTC."""
from _datetime_date import MAXYEAR, MINYEAR, date
from _datetime_datetime import datetime
from _datetime_delta import timedelta
from _datetime_time import time
from _datetime_zone import UTC, timezone, tzinfo

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]
