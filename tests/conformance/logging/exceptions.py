import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")

class Short(logging.Formatter):
    def formatException(self, exc_info):
        return f"<{exc_info[0].__name__}: {exc_info[1]}>"

logging.root.handlers[0].setFormatter(Short("%(levelname)s %(message)s"))
try:
    1 / 0
except ZeroDivisionError as error:
    logging.exception("it failed")
    logging.error("with info", exc_info=True)
    logging.error("given", exc_info=error)
    logging.warning("a tuple", exc_info=(type(error), error, None))
formatter = logging.Formatter()
try:
    [][1]
except IndexError as error:
    text = formatter.formatException(sys.exc_info())
    print(text.splitlines()[0], text.splitlines()[-1], text.endswith("\n"))
