"""What ThreadPoolExecutor takes."""
from concurrent.futures import ThreadPoolExecutor
import os


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: ThreadPoolExecutor(0))
attempt(lambda: ThreadPoolExecutor(max_workers=-1))
attempt(lambda: ThreadPoolExecutor("two"))
attempt(lambda: ThreadPoolExecutor(1, initializer=5))
attempt(lambda: ThreadPoolExecutor(1, "name", print, (), None))
print(ThreadPoolExecutor()._max_workers == min(32, os.cpu_count() + 4))
print(repr(ThreadPoolExecutor()).split(" at ")[0])
