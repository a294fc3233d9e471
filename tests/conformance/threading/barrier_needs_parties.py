"""A barrier of none, or of what is no number (3.13)."""
# compare: pyodide
from threading import Barrier


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(Barrier, 0)
attempt(Barrier, -1)
attempt(Barrier, parties=0)
attempt(Barrier, "x")
attempt(Barrier, None)
