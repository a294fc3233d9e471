"""The module linecache: lines of the program's source. There are no other files."""
from _traceback import source_line

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]


def getline(filename, lineno, module_globals=None):
    line = source_line(filename, lineno) if lineno > 0 else ""
    return line + "\n" if line else ""


def clearcache():
    """Nothing is cached."""


def checkcache(filename=None):
    """Nothing is cached."""


def lazycache(filename, module_globals):
    return False
