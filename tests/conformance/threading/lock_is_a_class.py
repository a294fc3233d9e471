"""Lock is a class (3.13)."""
# compare: pyodide
import _thread
import threading


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: (threading.Lock is _thread.lock, _thread.LockType is threading.Lock, type(threading.Lock).__name__))
attempt(lambda: (threading.Lock.__module__, threading.Lock.__qualname__, isinstance(threading.Lock(), threading.Lock)))
attempt(lambda: (isinstance(threading.RLock(), threading.Lock), type(_thread.LockType()) is threading.Lock))
attempt(lambda: sorted({*threading.__all__} - {"get_native_id"}))
attempt(lambda: [name for name in threading.__all__ if not hasattr(threading, name)])
