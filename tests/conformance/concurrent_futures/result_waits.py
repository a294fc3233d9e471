"""result() and exception() wait until another thread sets a result, or cancels."""
from concurrent.futures import CancelledError, Future
import threading

for method in ("result", "exception"):
    for settle in (lambda f: f.set_result(1), lambda f: f.set_exception(OSError("x")), lambda f: f.cancel()):
        future = Future()
        timer = threading.Timer(0.02, settle, [future])
        timer.start()
        try:
            print(method, repr(getattr(future, method)(timeout=10)))
        except (OSError, CancelledError) as error:
            print(method, type(error).__name__)
        timer.join()
