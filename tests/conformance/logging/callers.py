import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(funcName)s:%(lineno)d %(message)s %(module)s")

def helper(text):
    logging.info(text)
    logging.info(text, stacklevel=2)
    logging.getLogger("x").info(text, stacklevel=2)

def caller():
    helper("from the helper")

caller()
logging.info("in the module")

class Thing:
    def method(self):
        logging.getLogger(__name__).info("in a method")

Thing().method()
(lambda: logging.info("in a lambda"))()
logging.LoggerAdapter(logging.getLogger("adapted"), {}).info("through an adapter")
