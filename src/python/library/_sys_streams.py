"""The outputs of sys. Nothing is buffered: what is written is there to be shown."""
from _sys import _write


def unsupported(what):
    import io

    raise io.UnsupportedOperation(what)


class Stream:
    encoding = "utf-8"
    errors = "strict"
    newlines = None
    closed = False
    line_buffering = False
    write_through = False

    def __init__(self, name, number):
        self.name = name
        self._number = number

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding='utf-8'>"

    def flush(self):
        pass

    def close(self):
        """The streams of a run stay open."""

    def fileno(self):
        return self._number

    def isatty(self):
        return False

    def seekable(self):
        return False

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None,
                    write_through=None):
        if line_buffering is not None:
            self.line_buffering = bool(line_buffering)
        if write_through is not None:
            self.write_through = bool(write_through)


class _Output(Stream):
    """sys.stdout and sys.stderr."""

    mode = "w"

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        _write(self._number, text)
        return len(text)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def readable(self):
        return False

    def writable(self):
        return True

    def read(self, size=-1, /):
        unsupported("not readable")

    def readline(self, size=-1, /):
        unsupported("not readable")

    @property
    def buffer(self):
        return _Bytes(self)


class _Bytes:
    """What takes the bytes of an output: they are text in UTF-8."""

    mode = "wb"

    def __init__(self, stream):
        self._stream = stream
        self.name = stream.name

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._stream.write(bytes(data).decode("utf-8", "replace"))
        return len(data)

    def flush(self):
        pass


_Output.__name__ = _Output.__qualname__ = "TextIOWrapper"
_Output.__module__ = "_io"

stdout = _Output("<stdout>", 1)
stderr = _Output("<stderr>", 2)
