"""Executor, to derive from."""
from concurrent.futures import Executor, Future


class Now(Executor):
    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        print("shutdown", wait, cancel_futures)


with Now() as executor:
    print(list(executor.map(pow, [1, 2, 3], [2, 2, 2])), executor.submit(int, "x").exception())
for call in (lambda: Executor().submit(int), lambda: Executor().map(int, "1"), lambda: Executor().shutdown(False)):
    try:
        print(call())
    except NotImplementedError as error:
        print(repr(error))
