"""The module warnings: what is worth saying, but no reason to stop.

A filter decides what becomes of a warning: (action, message, category, module,
line). The message and module of a filter are patterns, or None for any; those
the module begins with are plain text.
"""
import sys

from _sys import _caller

__all__ = [
    "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter",
    "resetwarnings", "catch_warnings",
]

_ACTIONS = ("error", "ignore", "always", "default", "module", "once")

filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
onceregistry = {}
_version = 1    # of the filters: what a module remembers of its warnings is dropped with a change


# ---- filters -----------------------------------------------------------------------------------


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Inserts a filter whose message and module are regular expressions."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    pattern = place = None
    if message or module:
        import re

        if message:
            pattern = re.compile(message, re.I)
        if module:
            place = re.compile(module)
    _add_filter((action, pattern, category, place, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Inserts a filter that fits any message and module."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add_filter((action, None, category, None, lineno), append)


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    filters[:] = []
    _filters_mutated()


def _filters_mutated():
    global _version
    _version += 1


def _fits(pattern, text):
    if pattern is None:
        return True
    if isinstance(pattern, str):
        return pattern == text
    return pattern.match(text) is not None


def _action(text, category, module, lineno):
    for action, message, kind, place, line in filters:
        if ((line == 0 or line == lineno) and issubclass(category, kind)
                and _fits(message, text) and _fits(place, module)):
            return action
    return defaultaction


# ---- warning -----------------------------------------------------------------------------------


def warn(message, category=None, stacklevel=1, source=None):
    """Issues a warning about the line that calls this, or one `stacklevel` calls further out."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    place = _caller(max(stacklevel - 1, 0))
    if place is None:
        filename, lineno, module = "sys", 1, sys
    else:
        filename, lineno, _, module = place
    registry = getattr(module, "__warningregistry__", None)
    if registry is None:
        registry = module.__warningregistry__ = {}
    warn_explicit(message, category, filename, lineno, module.__name__, registry, source=source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = _action(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = 1
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = 1
    elif action == "module":
        registry[key] = 1
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action == "default":
        registry[key] = 1
    elif action not in ("always", "all"):
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {filters[0]}")
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source))


class WarningMessage:
    """A warning and where it comes from; what catch_warnings(record=True) collects."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category = message, category
        self._category_name = category.__name__ if category else None
        self.filename, self.lineno, self.line = filename, lineno, line
        self.file, self.source = file, source

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, "
                f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}")


# ---- showing -----------------------------------------------------------------------------------


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to `file`, or to sys.stderr. A program may put its own function here."""
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning. A program may put its own function here."""
    return _text(WarningMessage(message, category, filename, lineno, None, line))


_original_showwarning = showwarning
_original_formatwarning = formatwarning


def _showwarnmsg(warning):
    if showwarning is not _original_showwarning:
        if not callable(showwarning):
            raise TypeError("warnings.showwarning() must be set to a function or method")
        showwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.file, warning.line)
    else:
        _showwarnmsg_impl(warning)


def _show(warning):
    file = sys.stderr if warning.file is None else warning.file
    if file is None:
        return
    if formatwarning is not _original_formatwarning:
        text = formatwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.line)
    else:
        text = _text(warning)
    file.write(text)


_showwarnmsg_impl = _show


def _text(warning):
    text = f"{warning.filename}:{warning.lineno}: {warning.category.__name__}: {warning.message}\n"
    line = warning.line
    if line is None:
        from _traceback import source_line

        line = source_line(warning.filename, warning.lineno)
    if line:
        text += f"  {line.strip()}\n"
    return text


class catch_warnings:
    """A context in which filters and what shows warnings can be changed; they come back after it."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        arguments = []
        if self._record:
            arguments.append("record=True")
        if self._module is not sys.modules["warnings"]:
            arguments.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(arguments)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._saved = module.filters, module.showwarning, module._showwarnmsg_impl
        module.filters = module.filters[:]
        module._filters_mutated()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        module._showwarnmsg_impl = log.append
        module.showwarning = module._original_showwarning
        return log

    def __exit__(self, *exception):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        module = self._module
        module.filters, module.showwarning, module._showwarnmsg_impl = self._saved
        module._filters_mutated()
