import logging
import sys

class OnlyEven(logging.Filter):
    def filter(self, record):
        record.extra = record.args[0] * 10
        return record.args[0] % 2 == 0

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(message)s")
logger = logging.getLogger("filtered")
keep = OnlyEven()
logger.addFilter(keep)
for n in range(4):
    logger.info("number %d", n)
logger.removeFilter(keep)
logger.addFilter(lambda record: "secret" not in record.getMessage())
logger.info("open")
logger.info("secret")
named = logging.Filter("a.b")
for name in ["a", "a.b", "a.b.c", "a.bc"]:
    print(name, named.filter(logging.makeLogRecord({"name": name})))
handler = logging.root.handlers[0]
handler.addFilter(logging.Filter("only"))
logger.info("not from only")
logging.getLogger("only.this").info("from only")
