"""What a Future's methods take, in each of its states."""
from concurrent.futures import Future


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


future = Future()
attempt(Future, 1)
attempt(future.result, 0)
attempt(future.result, -1)
attempt(future.result, timeout=0.01)
attempt(future.result, "x")
attempt(future.exception, timeout=0)
attempt(future.add_done_callback)
attempt(future.set_result)
attempt(future.set_result, result=4)
attempt(future.set_result, 5)
attempt(future.set_exception, ValueError())
attempt(future.result, timeout=5)
attempt(future.result, "what is not waited for is not asked")
attempt(future.cancel)
future = Future()
attempt(future.set_exception, exception=KeyError(1))
attempt(future.result)
attempt(future.exception)
future = Future()
attempt(future.set_exception, None)
attempt(future.exception)
attempt(future.result)
future = Future()
attempt(future.cancel)
attempt(future.result)
attempt(future.exception)
attempt(future.set_result, 1)
attempt(future.set_running_or_notify_cancel)
attempt(future.set_exception, ValueError())
attempt(future.cancel)
attempt(lambda: Future[int])
