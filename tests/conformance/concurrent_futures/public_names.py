"""Everything that concurrent.futures promises is there."""
import concurrent.futures as futures
import concurrent.futures.thread


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: [name for name in futures.__all__ if not hasattr(futures, name)])
attempt(lambda: [name for name in ("Future", "Executor", "ThreadPoolExecutor", "ProcessPoolExecutor", "wait", "as_completed") if name not in dir(futures)])
for error in (futures.CancelledError, futures.TimeoutError, futures.InvalidStateError, futures.BrokenExecutor,
              concurrent.futures.thread.BrokenThreadPool):
    print(error.__mro__)
attempt(lambda: (futures.TimeoutError is TimeoutError, futures.nothing))
attempt(lambda: (futures.ThreadPoolExecutor.__mro__, futures.wait.__module__, futures.as_completed.__module__))
