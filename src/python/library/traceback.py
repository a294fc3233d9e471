"""The module traceback: exceptions and stacks as text.

The entries of a stack are formatted natively; what needs an exception's own
methods (str(), notes) is library code, because such methods may be written in
Python.
"""
import sys

from _traceback import handled
from _traceback_exception import TracebackException
from _traceback_stack import FrameSummary, StackSummary, summary_of_traceback, walk_stack, walk_tb

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list",
    "format_stack", "format_tb", "print_exc", "format_exc", "print_exception", "print_last",
    "print_stack", "print_tb", "clear_frames", "FrameSummary", "StackSummary", "TracebackException",
    "walk_stack", "walk_tb",
]

_missing = object()


# ---- stacks ------------------------------------------------------------------------------------


def extract_tb(tb, limit=None):
    return summary_of_traceback(tb, limit)


def format_tb(tb, limit=None):
    return summary_of_traceback(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def extract_stack(f=None, limit=None):
    stack = list(walk_stack(f))
    if limit is not None:
        stack = stack[:limit] if limit >= 0 else stack[limit:]
    return StackSummary.extract(reversed(stack), limit=len(stack))


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    _write(format_stack(f, limit), file)


def clear_frames(tb):
    """Nothing to do: a traceback keeps no variables alive."""


def _write(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        print(line, file=file, end="")


# ---- exceptions --------------------------------------------------------------------------------


def _value_and_traceback(exc, value, tb):
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _missing:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    value, tb = _value_and_traceback(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_missing):
    if value is _missing:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def format_exc(limit=None, chain=True):
    return "".join(format_exception(handled(), limit=limit, chain=chain))


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    value, tb = _value_and_traceback(exc, value, tb)
    _write(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain), file)


def print_exc(limit=None, file=None, chain=True):
    print_exception(handled(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")


def format_uncaught(exc, tb=_missing):
    """The report of an exception that nobody caught: as format_exception, with suggestions."""
    if tb is _missing:
        tb = exc.__traceback__
    text = "".join(TracebackException(type(exc), exc, tb, compact=True, _suggest=True).format())
    if isinstance(exc, ModuleNotFoundError):
        import _unknown_modules

        text = _unknown_modules.note(exc) + text
    return text
