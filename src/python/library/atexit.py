"""The module atexit: what is called when the program has ended."""
from _library import _exit_calls, operation__end

__all__ = ["register", "unregister"]


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _exit_calls.append((func, args, kwargs))
    return func


def unregister(func, /):
    _exit_calls[:] = [call for call in _exit_calls if call[0] != func]


def _clear():
    _exit_calls.clear()


def _ncallbacks():
    return len(_exit_calls)


def _run_exitfuncs():
    operation__end()
