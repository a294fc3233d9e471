import io
import logging

stream = io.StringIO()
logging.basicConfig(stream=stream)

def fail():
    return {}["missing"]

try:
    fail()
except KeyError:
    logging.exception("caught")
    logging.getLogger("x").warning("here", stack_info=True)
for line in stream.getvalue().splitlines():
    print(line if "File" not in line else line[:6] + line[line.index(", line"):])
