import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(user)s %(message)s")
logger = logging.getLogger("extra")
logger.info("hello", extra={"user": "ann"})
for name in ["message", "name", "asctime", "args"]:
    try:
        logger.info("x", extra={name: 1})
    except KeyError as error:
        print(error)
adapter = logging.LoggerAdapter(logger, {"user": "bob"})
adapter.info("through %s", "the adapter")
adapter.warning("again")
print(adapter, adapter.isEnabledFor(logging.DEBUG), adapter.name, adapter.getEffectiveLevel())

class Tagged(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        kwargs["extra"] = {"user": "carl"}
        return f"[{self.extra['tag']}] {msg}", kwargs

Tagged(logger, {"tag": "T"}).error("tagged")
