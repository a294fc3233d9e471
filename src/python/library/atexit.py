"""The module atexit: what is called when the program has ended."""
from _library import _exit_calls, operation__end

__all__ = ["register", "unregister"]


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _exit_calls.append((func, args, kwargs))
    return func


def unregister(func, /):
    for i in range(len(_exit_calls)):
        if _exit_calls[i][0] == func:
            _exit_calls[i] = (None, (), {})


def _clear():
    _exit_calls.clear()


def _ncallbacks():
    return len(_exit_calls)


def _run_exitfuncs():
    operation__end()
