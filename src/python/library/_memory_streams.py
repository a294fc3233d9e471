"""Streams in memory: what io.StringIO and io.BytesIO have in common, and what they are.

What was written lies in a list of parts, so that writing at the end only appends: one atomic step,
whatever other threads write. All else first joins the parts into one, under a lock.
"""
from _threading import allocate_lock

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    """Raised by an operation that a stream does not support."""


class IOBase:
    """What every stream can do."""

    _closed = False

    @property
    def closed(self):
        return self._closed

    def _check_stream(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        self._closed = True

    def flush(self):
        self._check_stream()

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def isatty(self):
        self._check_stream()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def __enter__(self):
        self._check_stream()
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        self._check_stream()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        self._check_stream()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """A stream of bytes without a buffer."""


class BufferedIOBase(IOBase):
    """A stream of bytes."""


class TextIOBase(IOBase):
    """A stream of text."""


class _MemoryStream:
    """The parts, and the place where the next operation goes on: None is the end."""

    _empty = None  # the text or the bytes of nothing
    _filler = None  # stands where nothing was written

    _closed_words = "I/O operation on closed file."

    def _check_open(self):
        if self._closed:
            raise ValueError(self._closed_words)

    def _begin(self, initial):
        self._parts = [initial]
        self._place = 0
        self._lock = allocate_lock()

    def _joined(self):
        """All that was written, as one; `_lock` is held."""
        parts = self._parts
        count = len(parts)
        if count != 1:
            parts[:count] = [self._empty.join(parts[:count])]
        return parts[0]

    def _put(self, data):
        if self._place is None:
            self._parts.append(data)
            return
        with self._lock:
            old = self._joined()
            place = len(old) if self._place is None else self._place
            if place > len(old):
                old += self._filler * (place - len(old))
            end = place + len(data)
            self._parts[0] = old[:place] + data + old[end:]
            self._place = None if end >= len(old) else end

    def _take(self, size):
        with self._lock:
            if self._place is None:
                return self._empty
            whole = self._joined()
            start = self._place
            if size is None or size < 0 or start + size >= len(whole):
                if start < len(whole):
                    self._place = None
                return whole[start:]
            self._place = start + size
            return whole[start:start + size]

    def _take_line(self, size, line_end):
        with self._lock:
            if self._place is None:
                return self._empty
            whole = self._joined()
            start = self._place
            end = line_end(whole, start)
            if size is not None and 0 <= size < end - start:
                end = start + size
            if start < len(whole):
                self._place = end
            return whole[start:end]

    def _whole(self):
        return self._empty.join(self._parts)

    def _length(self):
        return sum([len(part) for part in self._parts])

    def getvalue(self):
        self._check_open()
        return self._whole()

    def tell(self):
        self._check_open()
        return self._length() if self._place is None else self._place

    def truncate(self, size=None, /):
        self._check_open()
        if size is None:
            size = self.tell()
        elif not isinstance(size, int):
            raise TypeError(f"integer argument expected, got '{type(size).__name__}'")
        if size < 0:
            raise ValueError(f"{self._negative_size} {size}")
        with self._lock:
            whole = self._joined()
            if self._place is None:
                self._place = len(whole)
            self._parts[0] = whole[:size]
        return size

    def close(self):
        self._closed = True
        self._parts = [self._empty]

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable


def _after_newline(text, start):
    found = text.find("\n", start)
    return len(text) if found < 0 else found + 1


def _after_any_newline(text, start):
    feed = text.find("\n", start)
    carriage = text.find("\r", start, len(text) if feed < 0 else feed)
    if carriage < 0:
        return len(text) if feed < 0 else feed + 1
    return carriage + 2 if carriage + 1 == feed else carriage + 1


def _after_newline_byte(data, start):
    found = data.find(b"\n", start)
    return len(data) if found < 0 else found + 1


class StringIO(_MemoryStream, TextIOBase):
    """Text in memory, with the methods of a file."""

    _empty = ""
    _filler = "\0"
    _negative_size = "Negative size value"
    _closed_words = "I/O operation on closed file"
    encoding = None
    errors = None
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._line_end = _after_any_newline if newline == "" else _after_newline
        if newline in ("\r", "\r\n"):
            self._line_end = self._after_own_newline
        self._begin("" if initial_value is None else self._translated(initial_value))

    def _after_own_newline(self, text, start):
        found = text.find(self._newline, start)
        return len(text) if found < 0 else found + len(self._newline)

    def _translated(self, text):
        if self._newline is None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        if self._newline in ("\r", "\r\n"):
            return text.replace("\n", self._newline)
        return text

    @property
    def newlines(self):
        return None

    def write(self, s, /):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        if s:
            self._put(s if self._newline == "\n" else self._translated(s))
        return len(s)

    def read(self, size=-1, /):
        self._check_open()
        if size is not None and not isinstance(size, int):
            raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
        return self._take(size)

    def readline(self, size=-1, /):
        self._check_open()
        return self._take_line(size, self._line_end)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence != 0 and pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == 0:
            self._place = pos
        elif whence == 2:
            self._place = None
        return self.tell()


class BytesIO(_MemoryStream, BufferedIOBase):
    """Bytes in memory, with the methods of a file."""

    _empty = b""
    _filler = b"\0"
    _negative_size = "negative size value"

    def __init__(self, initial_bytes=b""):
        if initial_bytes is None:
            initial_bytes = b""
        self._begin(_as_bytes(initial_bytes))

    def write(self, b, /):
        self._check_open()
        data = _as_bytes(b)
        if data:
            self._put(data)
        return len(data)

    def read(self, size=-1, /):
        self._check_open()
        if size is not None and not isinstance(size, int):
            raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
        return self._take(size)

    read1 = read

    def readline(self, size=-1, /):
        self._check_open()
        return self._take_line(size, _after_newline_byte)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"negative seek value {pos}")
        if whence == 1:
            pos += self.tell()
        elif whence == 2:
            pos += self._length()
        self._place = max(pos, 0)
        return self._place


def _as_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
    return value


for _cls in (IOBase, RawIOBase, BufferedIOBase, TextIOBase, UnsupportedOperation):
    _cls.__module__ = "io"
StringIO.__module__ = BytesIO.__module__ = "_io"
