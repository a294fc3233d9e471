"""datetime.strptime and time.strptime."""
import time
from datetime import datetime

for text, format in [("2024-03-05", "%Y-%m-%d"), ("5 Mar 24 7:08 PM", "%d %b %y %I:%M %p"), ("March 05, 2024", "%B %d, %Y"), ("14:07:09.25", "%H:%M:%S.%f"), ("2024-065", "%Y-%j"), ("Tue Mar  5 14:07:09 2024", "%c"), ("2024-03-05T14:07:09+0530", "%Y-%m-%dT%H:%M:%S%z"), ("2024-03-05 Z", "%Y-%m-%d %z"), ("10:00 -03:30", "%H:%M %z"), ("2024 10 2", "%Y %U %w"), ("2024 10 Monday", "%Y %W %A"), ("2024-W10-2", "%G-W%V-%u"), ("03/05/24", "%x"), ("100%", "%H0%%"), ("12 AM", "%I %p"), ("  2024", " %Y"), ("69", "%y"), ("FRIDAY 1 JANUARY 2021", "%A %d %B %Y")]:
    print(text, "|", format, "|", repr(datetime.strptime(text, format)))
print(time.strptime("2024-03-05 14:07", "%Y-%m-%d %H:%M"))
print(time.mktime(time.strptime("2024-01-02", "%Y-%m-%d")) - time.mktime(time.strptime("2024-01-01", "%Y-%m-%d")))
datetime.strptime("2024-13-01", "%Y-%m-%d")
