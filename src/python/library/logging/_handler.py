"""Handlers take records to where they are read; filters say which."""
import sys
import threading

from . import _levels
from ._formatter import default_formatter

lock = threading.RLock()    # of everything that is shared: the loggers, the list of handlers
handlers = []               # all that were not closed, in the order they were made
by_name = {}


class Filter:
    """Lets through what is logged by one logger and those below it."""

    def __init__(self, name=""):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


class Filterer:
    """What loggers and handlers have in common: a list of filters."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for each in self.filters:
            check = each.filter if hasattr(each, "filter") else each
            if not check(record):
                return False
        return True


class Handler(Filterer):
    def __init__(self, level=_levels.NOTSET):
        super().__init__()
        self._name = None
        self.level = _levels.check_level(level)
        self.formatter = None
        self._closed = False
        with lock:
            handlers.append(self)
        self.createLock()

    def __repr__(self):
        return f"<{type(self).__name__} ({_levels.getLevelName(self.level)})>"

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        with lock:
            by_name.pop(self._name, None)
            self._name = name
            if name:
                by_name[name] = self

    def get_name(self):
        return self.name

    def set_name(self, name):
        self.name = name

    def createLock(self):
        self.lock = threading.RLock()

    def acquire(self):
        if self.lock:
            self.lock.acquire()

    def release(self):
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        self.level = _levels.check_level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or default_formatter).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        passed = self.filter(record)
        if passed:
            self.acquire()
            try:
                self.emit(record)
            finally:
                self.release()
        return passed

    def flush(self):
        """Subclasses that keep something back write it here."""

    def close(self):
        with lock:
            self._closed = True
            by_name.pop(self._name, None)
            if self in handlers:
                handlers.remove(self)

    def handleError(self, record):
        """An exception in emit(): told on stderr, so that logging never stops a program."""
        if not sys.modules["logging"].raiseExceptions or not sys.stderr:
            return
        import traceback

        stderr = sys.stderr
        stderr.write("--- Logging error ---\n")
        traceback.print_exception(sys.exception(), file=stderr)
        stderr.write("Call stack:\n")
        traceback.print_stack(file=stderr)
        try:
            stderr.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")
        except RecursionError:
            raise
        except Exception:
            stderr.write("Unable to print the message and arguments - possible formatting error.\n"
                         "Use the traceback above to help find the error.\n")


class StreamHandler(Handler):
    """Writes to a stream, sys.stderr if none is given; never closes it."""

    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{type(self).__name__} {name + ' ' if name else ''}({_levels.getLevelName(self.level)})>"

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def flush(self):
        self.acquire()
        try:
            flush = getattr(self.stream, "flush", None) if self.stream else None
            if flush is not None:
                flush()
        finally:
            self.release()

    def setStream(self, stream):
        """Changes the stream; answers the old one, or None if it is the same."""
        if stream is self.stream:
            return None
        old = self.stream
        self.acquire()
        try:
            self.flush()
            self.stream = stream
        finally:
            self.release()
        return old


class FileHandler(StreamHandler):
    """Not here: there are no files to write to."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        raise OSError(30, "There are no files in this book, log to a stream", str(filename))


class NullHandler(Handler):
    """Does nothing; for libraries that leave it to the program what is logged."""

    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        self.lock = None


class LastResort(StreamHandler):
    """Writes to whatever sys.stderr is, where no logger has a handler."""

    def __init__(self, level):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


LastResort.__name__ = LastResort.__qualname__ = "_StderrHandler"
