"""What cannot be done to a future in its state."""
from concurrent.futures import CancelledError, Future, InvalidStateError, TimeoutError
import logging
import re

logging.getLogger("concurrent.futures").addHandler(logging.NullHandler())


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error), re.sub("0x[0-9a-f]+", "0x", str(error)), error.args == ())


done, running, cancelled = Future(), Future(), Future()
done.set_result(1)
running.set_running_or_notify_cancel()
cancelled.cancel()
for future in (done, cancelled):
    attempt(lambda: future.set_result(2))
    attempt(lambda: future.set_exception(ValueError()))
for future in (done, running):
    attempt(future.set_running_or_notify_cancel)
attempt(cancelled.result)
attempt(cancelled.exception)
attempt(lambda: running.result(timeout=0.01))
attempt(lambda: running.exception(0))
attempt(lambda: running.result(-1))
attempt(lambda: done.result(-1))
cancelled.set_running_or_notify_cancel()
attempt(cancelled.set_running_or_notify_cancel)
attempt(cancelled.result)
print(CancelledError.__mro__, InvalidStateError.__mro__, TimeoutError)
