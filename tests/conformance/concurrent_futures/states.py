"""The states of a future, by its own methods and in its repr."""
from concurrent.futures import Future
import re


def show(future):
    text = re.sub("0x[0-9a-f]+", "0x", repr(future))
    print(text, future._state, future.done(), future.running(), future.cancelled())


future = Future()
show(future)
print(future.set_running_or_notify_cancel())
show(future)
print(future.cancel())
future.set_result([1])
show(future)
print(future.cancel())
failed = Future()
failed.set_exception(ValueError("x"))
show(failed)
cancelled = Future()
print(cancelled.cancel(), cancelled.cancel())
show(cancelled)
print(cancelled.set_running_or_notify_cancel())
show(cancelled)
print(cancelled.cancel())


class Mine(Future):
    pass


show(Mine())
