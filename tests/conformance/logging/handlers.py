import io
import logging
import sys
from logging.handlers import BufferingHandler, MemoryHandler

stream = io.StringIO()
handler = logging.StreamHandler(stream)
print(handler.terminator == "\n", handler.level, handler.formatter)
logger = logging.getLogger("h")
logger.propagate = False
logger.addHandler(handler)
handler.terminator = "|"
logger.warning("one")
old = handler.setStream(sys.stdout)
print(old is stream, handler.setStream(sys.stdout), repr(stream.getvalue()))
logger.warning("two")
print(handler, logging.StreamHandler(stream), logging.NullHandler())
handler.setLevel(logging.ERROR)
logger.warning("too low")
logger.error("three")
print()
logger.removeHandler(handler)
logger.addHandler(logging.NullHandler())
logger.error("nowhere")

target = logging.StreamHandler(sys.stdout)
memory = MemoryHandler(3, target=target)
logger.addHandler(memory)
for n in range(4):
    logger.warning("kept %d", n)
    print("after", n)
logger.error("flushes")
logger.warning("at close")
memory.close()
try:
    logging.Handler().emit(None)
except NotImplementedError as error:
    print(error)
buffering = BufferingHandler(2)
buffering.handle(logging.makeLogRecord({"msg": "x"}))
print(len(buffering.buffer))
buffering.handle(logging.makeLogRecord({"msg": "x"}))
print(len(buffering.buffer))
handler.name = "named"
print(handler.get_name(), handler.name)
print(type(handler.lock).__name__)
