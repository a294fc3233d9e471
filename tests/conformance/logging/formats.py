import logging
import sys

handler = logging.StreamHandler(sys.stdout)
logger = logging.getLogger("formats")
logger.addHandler(handler)
logger.propagate = False
logger.setLevel(logging.DEBUG)

def show(fmt, style="%", **more):
    handler.setFormatter(logging.Formatter(fmt, style=style, **more))
    logger.warning("message %d", 5)

show("%(levelname)s|%(levelno)d|%(name)s|%(message)s")
show("%(filename)s %(module)s %(funcName)s %(lineno)d")
show("%(threadName)s %(processName)s %(levelname)-10s|%(message)20s|")
show("{levelname:>10}|{message}|{lineno}", "{")
show("$levelname ${name} $message", "$")
show(None)
show("%(message)s %(extra)s", defaults={"extra": "by default"})
for arguments in [("no fields",), ("%(message", ), ("{message}", None, "%"), ("plain", None, "{"), ("plain", None, "$"),
                  ("%(message)s", None, "!"), ("${message} $", None, "$")]:
    try:
        logging.Formatter(*arguments)
    except ValueError as error:
        print(arguments, error)
logger.warning("no arguments %d")
logger.info("%s and %s", "one", "two")
logger.info({"a": 1})
print(logging.Formatter("%(message)s", validate=False)._fmt, logging.BASIC_FORMAT)
handler.setFormatter(logging.Formatter("%(message)s %(nothing)s"))
logger.handleError = None
try:
    handler.format(logging.makeLogRecord({"msg": "x"}))
except ValueError as error:
    print(error)
