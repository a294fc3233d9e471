import logging
import sys
import warnings

logging.basicConfig(stream=sys.stdout, format="%(name)s %(levelname)s")
logging.captureWarnings(True)
warnings.warn("captured")
logging.captureWarnings(False)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    logging.warn("old name")
    logging.getLogger("x").warn("old method")
for each in caught:
    print(each.category.__name__, each.message, each.lineno)
