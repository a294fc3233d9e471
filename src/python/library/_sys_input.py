"""sys.stdin, and the bytes below it. Nothing is buffered here: the engine keeps what has come and is not read yet, so
that threads which read at once get whole lines, and text and bytes may be read in turn."""
from _sys import _input_is_terminal, _read
from _sys_streams import Stream, unsupported

_unchanged = object()
_NEWLINES = ("\r", "\n", "\r\n")


def _size(size):
    """The argument of read(): how much; -1: everything."""
    if size is None:
        return -1
    if not hasattr(size, "__index__"):
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
    return size.__index__()


def _limit(size):
    """The argument of readline()."""
    if size is None:
        return -1
    if not hasattr(size, "__index__"):
        raise TypeError(f"'{type(size).__name__}' object cannot be interpreted as an integer")
    return size.__index__()


class _Reader(Stream):
    """What reading text and reading bytes have in common."""

    mode = "r"
    closed = False

    def _check_open(self, words="I/O operation on closed file."):
        if self.closed:
            raise ValueError(words)

    def close(self):
        self.closed = True

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exception):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        lines = []
        size = 0
        hint = _limit(hint)
        while line := self.readline():
            lines.append(line)
            size += len(line)
            if 0 < hint <= size:
                break
        return lines

    def flush(self):
        self._check_open()

    def fileno(self):
        self._check_open("I/O operation on closed file")
        return self._number

    def isatty(self):
        self._check_open("I/O operation on closed file")
        return _input_is_terminal()

    def readable(self):
        self._check_open("I/O operation on closed file")
        return True

    def writable(self):
        self._check_open("I/O operation on closed file")
        return False

    def seekable(self):
        self._check_open("I/O operation on closed file")
        return False

    def seek(self, offset, whence=0, /):
        unsupported("underlying stream is not seekable")

    tell = truncate = seek

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)


class _Input(_Reader):
    """sys.stdin."""

    errors = "surrogateescape"
    # As open() has it: what ends a line. None: any, and it reads as "\n"; "": any, and it stays.
    _newline = "\n"
    _met = ()           # the kinds of lines' ends that came, where any does
    _is_between = False     # some was read, and more may have come along

    def __init__(self, name, number):
        super().__init__(name, number)
        self.buffer = _Bytes(name, number)

    @property
    def newlines(self):
        return self._met if len(self._met) > 1 else self._met[0] if self._met else None

    @property
    def closed(self):
        return self.buffer.closed

    def close(self):
        self.buffer.close()

    def _take(self, need, limit):
        text = _read(need, limit).decode(self.encoding, self.errors)
        self._is_between = need != "bytes" or limit >= 0
        if self._newline:
            return text
        bare = text.replace("\r\n", "")
        self._met = tuple([end for end in _NEWLINES if end in self._met or end in (text if end == "\r\n" else bare)])
        return text if self._newline == "" else text.replace("\r\n", "\n").replace("\r", "\n")

    def read(self, size=-1, /):
        self._check_open()
        size = _size(size)
        if size < 0 or self.encoding != "utf-8":
            return self._take("bytes", size)
        return self._take("characters, CRLF as one" if self._newline is None else "characters", size)

    def readline(self, size=-1, /):
        self._check_open()
        return self._take("line of characters" if self._newline else "line of any end", _limit(size))

    def write(self, text, /):
        self._check_open()
        unsupported("not writable")

    def reconfigure(self, *, encoding=None, errors=None, newline=_unchanged, line_buffering=None, write_through=None):
        self._check_open()
        if newline is not _unchanged:
            if newline is not None and not isinstance(newline, str):
                raise TypeError(f"reconfigure() argument 'newline' must be str or None, not {type(newline).__name__}")
            if newline not in (None, "", *_NEWLINES):
                raise ValueError(f"illegal newline value: {newline}")
        if self._is_between and not (encoding is None and errors is None and newline is _unchanged):
            unsupported("It is not possible to set the encoding or newline of stream after the first read")
        if newline is not _unchanged:
            self._newline = newline
        if encoding is not None:
            "".encode(encoding)
            self.encoding = encoding
            self.errors = "strict"
        if errors is not None:
            self.errors = errors
        super().reconfigure(line_buffering=line_buffering, write_through=write_through)


class _Bytes(_Reader):
    """sys.stdin.buffer."""

    mode = "rb"

    def __repr__(self):
        return f"<_io.BufferedReader name={self.name!r}>"

    def read(self, size=-1, /):
        self._check_open()
        return _read("bytes", _size(size))

    def read1(self, size=-1, /):
        self._check_open()
        return _read("bytes that are here", size.__index__())

    def readline(self, size=-1, /):
        self._check_open()
        return _read("line", _limit(size))

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def write(self, data, /):
        unsupported("write")


for _class, _name in ((_Input, "TextIOWrapper"), (_Bytes, "BufferedReader")):
    _class.__name__ = _class.__qualname__ = _name
    _class.__module__ = "_io"

stdin = _Input("<stdin>", 0)
