import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO)
logging.debug("not shown")
logging.info("info")
logging.warning("warning %d of %s", 1, "two")
logging.error("error")
logging.critical("critical")
logging.fatal("fatal")
logging.log(25, "between")
logger = logging.getLogger("app.part")
logger.info("from %(name)s", {"name": "a dict"})
logger.debug("not shown")
print(logger, logging.getLogger(), logger.parent, logging.getLogger("app.part") is logger)
for level in [logging.DEBUG, 20, 25, "INFO", "nothing"]:
    print(level, logging.getLevelName(level))
logging.addLevelName(25, "NOTICE")
logger.log(25, "named now")
for wrong in ["LOUD", 2.5, None]:
    try:
        logger.setLevel(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
logger.setLevel("DEBUG")
logger.debug("shown now")
print(logger.isEnabledFor(10), logger.getEffectiveLevel(), logging.getLogger("app").getEffectiveLevel())
logging.disable(logging.ERROR)
logger.error("disabled")
logger.critical("not disabled")
logging.disable(logging.NOTSET)
try:
    logger.log("INFO", "x")
except TypeError as error:
    print(error)
print(logging.getLevelNamesMapping()["WARN"])
