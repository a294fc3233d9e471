"""Executor by itself: what a class that derives from it must write."""
from concurrent.futures import Executor, Future


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


class AtOnce(Executor):
    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        future.set_result(fn(*args, **kwargs))
        return future


executor = Executor()
attempt(executor.submit, print)
attempt(executor.map, print, [1])
attempt(executor.shutdown)
attempt(executor.shutdown, False, cancel_futures=True)
attempt(executor.shutdown, wait=True)
attempt(executor.shutdown, True, True)
with AtOnce() as at_once:
    attempt(lambda: list(at_once.map(pow, [2, 3], [3, 2])))
    attempt(lambda: at_once.submit(dict, a=1).result())
attempt(lambda: at_once.submit(abs, -1).result())
