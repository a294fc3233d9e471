"""Exceptions as text: the stack, the last line, notes, causes and groups."""
from _traceback import suggestion
from _traceback_stack import summary_of_traceback

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_HEADER = "Traceback (most recent call last):\n"


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


def _note_lines(notes):
    if notes is None:
        return []
    if not isinstance(notes, (list, tuple)):
        return [_text(notes, "__notes__", repr)]
    lines = []
    for note in notes:
        lines.extend([line + "\n" for line in _text(note, "note").split("\n")])
    return lines


def _message_line(name, text):
    return f"{name}: {text}\n" if text else f"{name}\n"


class _Margin:
    """What stands in front of the lines of a group's exceptions."""

    def __init__(self):
        self.depth = 0
        self.needs_close = False

    def indent(self):
        return " " * (2 * self.depth)

    def lines(self, text, sign=None):
        if not self.depth:
            return text
        front = f"{self.indent()}{sign or '|'} "
        return "".join([front + line for line in text.splitlines(keepends=True)])


def _meant(exception):
    """The name that was meant by the one that is missing, or ''."""
    names = []
    if type(exception) is AttributeError:
        try:
            names = dir(exception.obj)
        except Exception:
            pass
    return suggestion(exception, names)


class TracebackException:
    """All that is shown of an exception, taken when it is made: nothing of the exception is kept."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 _suggest=False):
        self._take(exc_type, exc_value, exc_traceback, limit, capture_locals, _suggest)
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        seen = {id(exc_value)}
        pending = [(self, exc_value)]

        def linked(exception):
            return None if exception is None or id(exception) in seen else part(exception)

        def part(exception):
            seen.add(id(exception))
            taken = TracebackException.__new__(TracebackException)
            taken._take(type(exception), exception, exception.__traceback__, limit, capture_locals, _suggest)
            taken.max_group_width = max_group_width
            taken.max_group_depth = max_group_depth
            pending.append((taken, exception))
            return taken

        # Not by recursion: a chain may be longer than the stack is deep.
        while pending:
            taken, exception = pending.pop()
            if exception is None:
                continue
            taken.__cause__ = linked(exception.__cause__)
            if not compact or (taken.__cause__ is None and not taken.__suppress_context__):
                taken.__context__ = linked(exception.__context__)
            if isinstance(exception, BaseExceptionGroup):
                taken.exceptions = [part(inner) for inner in exception.exceptions]

    def _take(self, exc_type, exc_value, exc_traceback, limit, capture_locals, suggest):
        self.stack = summary_of_traceback(exc_traceback, limit, capture_locals)
        self.exc_type = exc_type
        self._str = _text(exc_value, "exception")
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__cause__ = self.__context__ = self.exceptions = None
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        if suggest:
            meant = _meant(exc_value)
            if meant:
                self._str += f". Did you mean: '{meant}'?"
        if isinstance(exc_value, SyntaxError):
            self.filename = exc_value.filename
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def format_exception_only(self):
        """Yields what follows the stack: the exception itself and its notes."""
        if self.exc_type is None:
            yield _message_line("None", self._str)
            return
        name = _class_name(self.exc_type)
        if issubclass(self.exc_type, SyntaxError) and hasattr(self, "msg"):
            yield from self._syntax_error_lines(name)
        else:
            yield _message_line(name, self._str)
        yield from _note_lines(self.__notes__)

    def _syntax_error_lines(self, name):
        where = ""
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            where = f" ({self.filename})"
        if self.text is not None:
            line = self.text.rstrip("\n")
            shown = line.lstrip(" \n\f")
            indent = len(line) - len(shown)
            yield f"    {shown}\n"
            begin = self.offset
            if begin is not None:
                end = self.end_offset if self.end_offset else begin
                if end == begin or end == -1:
                    end = begin + 1
                begin -= 1 + indent
                end -= 1 + indent
                if begin >= 0:
                    # A tab stays a tab, so that the caret stands below its character.
                    blanks = "".join([c if c.isspace() else " " for c in shown[:begin]])
                    yield "    " + blanks + "^" * (end - begin) + "\n"
        yield f"{name}: {self.msg or '<no detail available>'}{where}\n"

    def _chain(self, chain):
        """(what stands between it and the one before, exception), from the first raised to the last."""
        links = []
        current = self
        while current is not None:
            between = following = None
            if chain:
                if current.__cause__ is not None:
                    between, following = _CAUSE, current.__cause__
                elif current.__context__ is not None and not current.__suppress_context__:
                    between, following = _CONTEXT, current.__context__
            links.append((between, current))
            current = following
        return reversed(links)

    def format(self, *, chain=True, _margin=None):
        """Yields the lines of the whole report."""
        margin = _Margin() if _margin is None else _margin
        for between, current in self._chain(chain):
            if between is not None:
                yield margin.lines(between)
            if current.exceptions is None:
                if current.stack:
                    yield margin.lines(_HEADER)
                    for text in current.stack.format():
                        yield margin.lines(text)
                for text in current.format_exception_only():
                    yield margin.lines(text)
            elif margin.depth > self.max_group_depth:
                yield margin.lines(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from current._group_lines(margin, chain)

    def _group_lines(self, margin, chain):
        is_outermost = margin.depth == 0
        if is_outermost:
            margin.depth = 1
        if self.stack:
            yield margin.lines("Exception Group " + _HEADER, "+" if is_outermost else None)
            for text in self.stack.format():
                yield margin.lines(text)
        for text in self.format_exception_only():
            yield margin.lines(text)
        count = len(self.exceptions)
        shown = min(count, self.max_group_width)
        margin.needs_close = False
        total = shown if shown == count else shown + 1
        for i in range(total):
            is_last = i == total - 1
            if is_last:
                margin.needs_close = True
            title = str(i + 1) if i < shown else "..."
            yield (margin.indent() + ("+-" if i == 0 else "  ")
                   + f"+---------------- {title} ----------------\n")
            margin.depth += 1
            if i < shown:
                yield from self.exceptions[i].format(chain=chain, _margin=margin)
            else:
                rest = count - shown
                yield margin.lines(f"and {rest} more exception{'s' if rest > 1 else ''}\n")
            if is_last and margin.needs_close:
                yield margin.indent() + "+------------------------------------\n"
                margin.needs_close = False
            margin.depth -= 1
        if is_outermost:
            margin.depth = 0

    def print(self, *, file=None, chain=True):
        import sys

        for text in self.format(chain=chain):
            print(text, file=sys.stderr if file is None else file, end="")
