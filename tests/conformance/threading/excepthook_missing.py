"""Without a hook for exceptions no thread is made."""
import sys
import threading


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


sys.excepthook = None
attempt(threading.Thread)
sys.excepthook = sys.__excepthook__
threading.excepthook = None
attempt(threading.Thread)
threading.excepthook = threading.__excepthook__
attempt(lambda: type(threading.Thread()).__name__)
