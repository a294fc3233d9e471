"""Stacks as text: entries of tracebacks and of running frames."""
from _traceback import entries, format_entries, source_line


class FrameSummary:
    """One entry: a place in the source."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.locals = None if locals is None else {key: repr(value) for key, value in locals.items()}
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._line = line

    @property
    def _original_line(self):
        if self._line is None and self.lineno is not None:
            self._line = source_line(self.filename, self.lineno)
        return self._line

    @property
    def line(self):
        line = self._original_line
        return line if line is None else line.strip()

    def _entry(self):
        return (self.filename, self.lineno or 0, self.name, self._original_line or "",
                self.end_lineno, self.colno, self.end_colno)

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno
                    and self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    __hash__ = None

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _within(items, limit):
    """As many of the items as `limit` says: the first, or with a negative one the last."""
    if limit is None:
        import sys

        limit = getattr(sys, "tracebacklimit", None)
        if limit is None:
            return items
        limit = max(limit, 0)
    return items[:limit] if limit >= 0 else items[limit:]


class StackSummary(list):
    """A list of FrameSummary, outermost first."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        result = cls()
        for frame, lineno in _within(list(frame_gen), limit):
            code = frame.f_code
            result.append(FrameSummary(code.co_filename, lineno, code.co_name,
                                       locals=frame.f_locals if capture_locals else None))
        return result

    @classmethod
    def from_list(cls, a_list):
        result = cls()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            result.append(entry)
        return result

    def format_frame_summary(self, frame_summary):
        text = format_entries([frame_summary._entry()])[0]
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                text += f"    {name} = {value}\n"
        return text

    def format(self):
        plain = type(self).format_frame_summary is StackSummary.format_frame_summary
        if plain and all([entry.locals is None for entry in self]):
            return format_entries([entry._entry() for entry in self])
        texts = [self.format_frame_summary(entry) for entry in self]
        return [text for text in texts if text is not None]


def summary_of_traceback(tb, limit=None, capture_locals=False):
    """The StackSummary of a traceback."""
    result = StackSummary()
    for filename, lineno, name, end_lineno, colno, end_colno in _within(entries(tb), limit):
        result.append(FrameSummary(filename, lineno, name, end_lineno=end_lineno, colno=colno,
                                   end_colno=end_colno))
    if capture_locals:
        frames = _within([frame for frame, _ in walk_tb(tb)], limit)
        for entry, frame in zip(result, frames):
            entry.locals = {name: repr(value) for name, value in frame.f_locals.items()}
    return result


def walk_stack(f):
    """Yields (frame, line number) from `f` outwards."""
    if f is None:
        import sys

        f = sys._getframe()
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Yields (frame, line number) from the outermost entry of a traceback inwards."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next
