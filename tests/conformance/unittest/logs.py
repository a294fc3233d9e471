import logging
import unittest

t = unittest.TestCase()
with t.assertLogs("app", level="INFO") as captured:
    logging.getLogger("app").info("first")
    logging.getLogger("app.child").error("second")
    logging.getLogger("app").debug("not captured")
print(captured.output, [record.levelname for record in captured.records])
for call in [lambda: t.assertLogs("quiet"), lambda: t.assertLogs(level="ERROR")]:
    try:
        with call():
            logging.info("too low")
    except AssertionError as error:
        print(error)
with t.assertNoLogs("app"):
    pass
try:
    with t.assertNoLogs("app"):
        logging.getLogger("app").warning("oops")
except AssertionError as error:
    print(error)
