"""A pool whose initializer fails takes no more calls, and those it had fail."""
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool
import logging
import threading
import time


class Show(logging.Handler):
    def emit(self, record):
        print(record.name, record.levelname, record.getMessage(), repr(record.exc_info[1]))


logging.getLogger("concurrent.futures").addHandler(Show())
release = threading.Event()


def fail():
    release.wait(10)
    raise ValueError("no")


with ThreadPoolExecutor(1, initializer=fail) as executor:
    futures = [executor.submit(print, "never") for _ in range(2)]
    release.set()
    for future in futures:
        try:
            future.result()
        except BrokenThreadPool as error:
            print(error)
    try:
        executor.submit(print, "never")
    except BrokenExecutor as error:
        print(type(error), error)
print(BrokenThreadPool.__mro__[1:4])
