"""Loggers: a tree by their dotted names, and what a program calls to log."""
import sys

from _sys import _caller

from . import _levels, _record
from ._handler import Filterer, LastResort, lock

CRITICAL, ERROR, WARNING, INFO, DEBUG = (
    _levels.CRITICAL, _levels.ERROR, _levels.WARNING, _levels.INFO, _levels.DEBUG)


def _logging_at(level):
    def method(self, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    method.__name__ = _levels.getLevelName(level).lower()
    method.__qualname__ = f"Logger.{method.__name__}"
    return method


class Logger(Filterer):
    def __init__(self, name, level=_levels.NOTSET):
        super().__init__()
        self.name = name
        self.level = _levels.check_level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({_levels.getLevelName(self.getEffectiveLevel())})>"

    def setLevel(self, level):
        self.level = _levels.check_level(level)

    def getEffectiveLevel(self):
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return _levels.NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and manager.disable < level and level >= self.getEffectiveLevel()

    # ---- what a program calls ----

    debug = _logging_at(DEBUG)
    info = _logging_at(INFO)
    warning = _logging_at(WARNING)
    error = _logging_at(ERROR)
    critical = _logging_at(CRITICAL)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    # Old names.

    def warn(self, msg, *args, **kwargs):
        _warn_deprecated("method")
        self.warning(msg, *args, **kwargs)

    def fatal(self, msg, *args, **kwargs):
        self.critical(msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            if sys.modules["logging"].raiseExceptions:
                raise TypeError("level must be an integer")
            return
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    # ---- the way of a record ----

    def findCaller(self, stack_info=False, stacklevel=1):
        """(file, line, function, stack) of the program's call."""
        place = _caller(max(stacklevel - 1, 0)) or _caller(0)
        stack = None
        if stack_info:
            import traceback

            stack = "Stack (most recent call last):\n" + "".join(traceback.format_stack())
            stack = stack.removesuffix("\n")
        if place is None:
            return "(unknown file)", 0, "(unknown function)", stack
        return place[0], place[1], place[2], stack

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = _record.getLogRecordFactory()(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        if extra is not None:
            for key, value in extra.items():
                if key in ("message", "asctime") or hasattr(record, key):
                    raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
                setattr(record, key, value)
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        filename, lineno, function, stack = self.findCaller(stack_info, stacklevel)
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = type(exc_info), exc_info, exc_info.__traceback__
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        self.handle(self.makeRecord(
            self.name, level, filename, lineno, msg, args, exc_info, function, extra, stack))

    def handle(self, record):
        if not self.disabled and self.filter(record):
            self.callHandlers(record)

    def callHandlers(self, record):
        """The handlers of this logger and of those above, as far as `propagate` goes."""
        found = 0
        logger = self
        while logger:
            for handler in logger.handlers:
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if found == 0:
            logging = sys.modules["logging"]
            if logging.lastResort:
                if record.levelno >= logging.lastResort.level:
                    logging.lastResort.handle(record)
            elif logging.raiseExceptions and not manager.emittedNoHandlerWarning:
                sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')
                manager.emittedNoHandlerWarning = True

    # ---- the tree ----

    def addHandler(self, hdlr):
        with lock:
            if hdlr not in self.handlers:
                self.handlers = [*self.handlers, hdlr]

    def removeHandler(self, hdlr):
        with lock:
            if hdlr in self.handlers:
                self.handlers = [each for each in self.handlers if each is not hdlr]

    def hasHandlers(self):
        logger = self
        while logger:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def getChild(self, suffix):
        return self.manager.getLogger(suffix if self.root is self else f"{self.name}.{suffix}")

    def getChildren(self):
        with lock:
            return {each for each in self.manager.loggerDict.values() if each.parent is self}


class RootLogger(Logger):
    def __init__(self, level):
        super().__init__("root", level)


class Manager:
    """All loggers by name."""

    def __init__(self, rootnode):
        self.root = rootnode
        self.disable = 0
        self.emittedNoHandlerWarning = False
        self.loggerDict = {}
        self.loggerClass = None

    def getLogger(self, name):
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        with lock:
            logger = self.loggerDict.get(name)
            if logger is None:
                logger = (self.loggerClass or logger_class)(name)
                logger.manager = self
                self.loggerDict[name] = logger
                self._place(logger)
        return logger

    def _place(self, logger):
        """Gives a new logger its parent, and those below it the new parent."""
        above = logger.name
        logger.parent = self.root
        while "." in above:
            above = above.rpartition(".")[0]
            if above in self.loggerDict:
                logger.parent = self.loggerDict[above]
                break
        for other in self.loggerDict.values():
            if other.parent is logger.parent and other.name.startswith(logger.name + "."):
                other.parent = logger

    def setLoggerClass(self, klass):
        _check_class(klass)
        self.loggerClass = klass


logger_class = Logger


def setLoggerClass(klass):
    global logger_class
    _check_class(klass)
    logger_class = klass


def getLoggerClass():
    return logger_class


def _check_class(klass):
    if klass is not Logger and not issubclass(klass, Logger):
        raise TypeError("logger not derived from logging.Logger: " + klass.__name__)


def _warn_deprecated(what):
    import warnings

    warnings.warn(f"The 'warn' {what} is deprecated, use 'warning' instead", DeprecationWarning)


root = RootLogger(WARNING)
manager = Manager(root)
Logger.root = root
Logger.manager = manager
lastResort = LastResort(WARNING)


class LoggerAdapter:
    """A logger that puts something of its own into everything it logs."""

    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra

    def __repr__(self):
        level = _levels.getLevelName(self.getEffectiveLevel())
        return f"<{type(self).__name__} {self.logger.name} ({level})>"

    def process(self, msg, kwargs):
        kwargs["extra"] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        _warn_deprecated("method")
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    # The logger's own.

    def hasHandlers(self):
        return self.logger.hasHandlers()

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    @property
    def manager(self):
        return self.logger.manager

    @property
    def name(self):
        return self.logger.name
