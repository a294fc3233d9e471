import logging
import time

record = logging.makeLogRecord({"name": "n", "msg": "at", "levelname": "INFO", "created": 1700000000.25, "msecs": 250.0})
formatter = logging.Formatter("%(asctime)s %(message)s")
formatter.converter = time.gmtime
print(formatter.format(record))
formatter = logging.Formatter("%(asctime)s.%(msecs)03d %(message)s", datefmt="%H:%M:%S")
formatter.converter = time.gmtime
print(formatter.format(record))
formatter.default_msec_format = None
print(formatter.formatTime(record), formatter.usesTime(), logging.Formatter().usesTime())
formatter = logging.Formatter("{asctime} {message}", "%d.%m.%Y", "{")
formatter.converter = time.gmtime
print(formatter.format(record))
record = logging.makeLogRecord({})
print(0 <= record.msecs < 1000, record.relativeCreated >= 0, abs(record.created - time.time()) < 5)
text = logging.Formatter("%(asctime)s").format(record)
print(len(text), text[4], text[10], text[19])
