"""What submit() and map() take."""
from concurrent.futures import ThreadPoolExecutor


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


executor = ThreadPoolExecutor(max_workers=2, thread_name_prefix="", initializer=None, initargs=())
attempt(lambda: executor.submit(5).exception())
attempt(lambda: executor.submit(divmod, 7, 2).result())
attempt(lambda: executor.submit(dict, a=1, fn=2, self=3).result())
attempt(lambda: list(executor.map(abs)))
attempt(lambda: list(executor.map(abs, [-1, -2], timeout=5, chunksize=3)))
attempt(lambda: list(executor.map(pow, [1, 2, 3], [2, 2])))
attempt(executor.map, abs, 5)
attempt(lambda: list(executor.map(5, [1])))
attempt(lambda: list(executor.map(abs, ["x"])))
attempt(lambda: executor.map(abs, [1], timeout="x"))
attempt(lambda: list(executor.map(abs, [1], chunksize=0)))
attempt(lambda: executor.shutdown(wait=True, cancel_futures=False))
attempt(executor.submit, print)
attempt(executor.map, print, [1])
attempt(lambda: list(executor.map(print)))
attempt(executor.shutdown)
attempt(executor.__exit__, None, None, None)
attempt(executor.shutdown, True, True)
