"""The module traceback: exceptions as text.

The entries of a stack are formatted natively; what needs an exception's own
methods (str(), notes) is here, because such methods may be written in Python.
Left out of CPython 3.11's module: TracebackException, StackSummary and the
functions about frames that have not raised.
"""
import sys

from _traceback import extract, format_stack as _format_entries, handled, suggestion

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_HEADER = "Traceback (most recent call last):\n"
_missing = object()


class FrameSummary:
    """One entry of a traceback: a place in the source."""

    def __init__(self, filename, lineno, name, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def extract_tb(tb, limit=None):
    return [FrameSummary(*entry) for entry in extract(tb, limit)]


def format_tb(tb, limit=None):
    return _format_entries(tb, limit)


def format_list(extracted_list):
    lines = []
    for filename, lineno, name, line in extracted_list:
        lines.append(f'  File "{filename}", line {lineno}, in {name}\n')
        if line:
            lines[-1] += f"    {line.strip()}\n"
    return lines


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def _write(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        file.write(line)


def _text(value, what, function=str):
    """str(value), whatever goes wrong in it."""
    try:
        return function(value)
    except:
        return f"<{what} {function.__name__}() failed>"


def _class_name(cls):
    """The name an exception's class has in its last line."""
    module = cls.__module__
    if module == "__main__" or module == "builtins":
        return cls.__qualname__
    if not isinstance(module, str):
        module = "<unknown>"
    return module + "." + cls.__qualname__


def _message_line(name, text):
    return f"{name}: {text}\n" if text else f"{name}\n"


def _syntax_error_lines(exc, name):
    lines = []
    where = ""
    if exc.lineno is not None:
        lines.append(f'  File "{exc.filename or "<string>"}", line {exc.lineno}\n')
    elif exc.filename is not None:
        where = f" ({exc.filename})"
    if exc.text is not None:
        line = exc.text.rstrip("\n")
        shown = line.lstrip(" \n\f")
        indent = len(line) - len(shown)
        lines.append(f"    {shown}\n")
        begin = exc.offset
        if begin is not None:
            end = exc.end_offset if exc.end_offset else begin
            if end == begin or end == -1:
                end = begin + 1
            begin -= 1 + indent
            end -= 1 + indent
            if begin >= 0:
                # A tab stays a tab, so that the caret stands below its character.
                blanks = "".join([c if c.isspace() else " " for c in shown[:begin]])
                lines.append("    " + blanks + "^" * (end - begin) + "\n")
    lines.append(f"{name}: {exc.msg or '<no detail available>'}{where}\n")
    return lines


def _note_lines(exc):
    notes = getattr(exc, "__notes__", None)
    if notes is None:
        return []
    if not isinstance(notes, (list, tuple)):
        return [_text(notes, "__notes__", repr)]
    lines = []
    for note in notes:
        for line in _text(note, "note").split("\n"):
            lines.append(line + "\n")
    return lines


def _last_lines(cls, exc, suggest=False):
    """What follows the stack: the exception itself and its notes."""
    if cls is None:
        return [_message_line("None", "" if exc is None else _text(exc, "exception"))]
    name = _class_name(cls)
    if issubclass(cls, SyntaxError) and isinstance(exc, SyntaxError):
        lines = _syntax_error_lines(exc, name)
    else:
        text = "" if exc is None else _text(exc, "exception")
        if suggest:
            meant = suggestion(exc)
            if meant:
                text += f". Did you mean: '{meant}'?"
        lines = [_message_line(name, text)]
    return lines + _note_lines(exc)


def _chain(exc):
    """(what stands between it and the next, exception) from the last raised to the first.

    An exception met again ends the chain, so that cycles do.
    """
    chain = []
    seen = set()
    while exc is not None:
        seen.add(id(exc))
        between = None
        following = exc.__cause__
        if following is not None and id(following) not in seen:
            between = _CAUSE
        else:
            following = None if exc.__suppress_context__ else exc.__context__
            if following is not None and id(following) not in seen:
                between = _CONTEXT
            else:
                following = None
        chain.append((between, exc))
        exc = following
    return chain


def _format(exc, tb, limit, chain, suggest=False):
    lines = []
    for between, current in reversed(_chain(exc)) if chain else [(None, exc)]:
        if between is not None:
            lines.append(between)
        stack = _format_entries(tb if current is exc else current.__traceback__, limit)
        if stack:
            lines.append(_HEADER)
            lines.extend(stack)
        lines.extend(_last_lines(type(current), current, suggest))
    return lines


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
    if value is None:
        return ["NoneType: None\n"]
    return _format(value, tb, limit, chain)


def format_exception_only(exc, /, value=_missing):
    if value is _missing:
        value = exc
    if value is None:
        return ["NoneType: None\n"]
    return _last_lines(type(value), value)


def format_uncaught(exc):
    """The report of an exception that nobody caught: as format_exception, with suggestions."""
    return "".join(_format(exc, exc.__traceback__, None, True, True))


def format_exc(limit=None, chain=True):
    return "".join(format_exception(handled(), limit=limit, chain=chain))


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    _write(format_exception(exc, value, tb, limit, chain), file)


def print_exc(limit=None, file=None, chain=True):
    _write(format_exception(handled(), limit=limit, chain=chain), file)
