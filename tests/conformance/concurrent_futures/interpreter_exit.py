"""At the program's end workers finish what was submitted, without anybody having shut the pool down."""
from concurrent.futures import ThreadPoolExecutor
import atexit
import threading
import time

atexit.register(print, "atexit")


release = threading.Event()


def work(n):
    release.wait(10)
    print("work", n)


executor = ThreadPoolExecutor(1)
for n in range(3):
    executor.submit(work, n)


def late():
    time.sleep(0.1)
    try:
        executor.submit(print, "never")
    except RuntimeError as error:
        print(error)


executor.submit(late)
print("end of the main thread")
release.set()
