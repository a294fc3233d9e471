"""An exception in a callback is logged, and the next one is called."""
from concurrent.futures import Future
import logging
import re


class Show(logging.Handler):
    def emit(self, record):
        print(record.name, record.levelname, re.sub("0x[0-9a-f]+", "0x", record.getMessage()), repr(record.exc_info[1]))


logging.getLogger("concurrent.futures").addHandler(Show())


def fail(future):
    raise ValueError("in callback")


def exit(future):
    raise SystemExit("not an Exception")


future = Future()
future.add_done_callback(fail)
future.add_done_callback(lambda f: print("next"))
future.set_result(1)
future.add_done_callback(fail)
print("goes on")
future = Future()
future.add_done_callback(exit)
future.add_done_callback(lambda f: print("never"))
try:
    future.cancel()
except SystemExit as error:
    print("raised", error)
print(future.cancelled())
