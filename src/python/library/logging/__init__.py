"""The package logging: what a program reports while it runs, by level, logger and handler.

Everything goes to streams, usually sys.stderr: there are no files here.
"""
import atexit
import sys

from . import _logger
from ._formatter import (
    _STYLES, BASIC_FORMAT, BufferingFormatter, Formatter, PercentStyle, StrFormatStyle,
    StringTemplateStyle,
)
from ._handler import FileHandler, Filter, Filterer, Handler, NullHandler, StreamHandler
from ._handler import by_name as _by_name, handlers as _handlers, lock as _lock
from ._levels import (
    CRITICAL, DEBUG, ERROR, FATAL, INFO, NOTSET, WARN, WARNING, addLevelName, getLevelName,
    getLevelNamesMapping,
)
from ._logger import (
    Logger, LoggerAdapter, Manager, RootLogger, getLoggerClass, lastResort, root, setLoggerClass,
)
from ._record import LogRecord, getLogRecordFactory, makeLogRecord, setLogRecordFactory

__all__ = [
    "BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "FileHandler",
    "Filter", "Formatter", "Handler", "INFO", "LogRecord", "Logger", "LoggerAdapter", "NOTSET",
    "NullHandler", "StreamHandler", "WARN", "WARNING", "addLevelName", "basicConfig",
    "captureWarnings", "critical", "debug", "disable", "error", "exception", "fatal",
    "getLevelName", "getLogger", "getLoggerClass", "info", "log", "makeLogRecord",
    "setLoggerClass", "shutdown", "warn", "warning", "getLogRecordFactory", "setLogRecordFactory",
    "lastResort", "raiseExceptions", "getLevelNamesMapping",
]

raiseExceptions = True
logThreads = logMultiprocessing = logProcesses = True

for _class in (BufferingFormatter, Formatter, PercentStyle, StrFormatStyle, StringTemplateStyle,
               FileHandler, Filter, Filterer, Handler, NullHandler, StreamHandler, Logger,
               LoggerAdapter, Manager, RootLogger, LogRecord, type(lastResort)):
    _class.__module__ = "logging"


def getLogger(name=None):
    """The logger of that name, always the same; the root logger without a name."""
    if not name or isinstance(name, str) and name == root.name:
        return root
    return Logger.manager.getLogger(name)


def getHandlerByName(name):
    return _by_name.get(name)


def getHandlerNames():
    return frozenset(_by_name)


def basicConfig(**kwargs):
    """Gives the root logger a handler, unless it has one."""
    with _lock:
        force = kwargs.pop("force", False)
        kwargs.pop("encoding", None)
        kwargs.pop("errors", None)
        if force:
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        handlers = kwargs.pop("handlers", None)
        if handlers is None:
            if "stream" in kwargs and "filename" in kwargs:
                raise ValueError("'stream' and 'filename' should not be specified together")
        elif "stream" in kwargs or "filename" in kwargs:
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
        if handlers is None:
            filename = kwargs.pop("filename", None)
            mode = kwargs.pop("filemode", "a")
            if filename:
                handlers = [FileHandler(filename, mode)]
            else:
                handlers = [StreamHandler(kwargs.pop("stream", None))]
        datefmt = kwargs.pop("datefmt", None)
        style = kwargs.pop("style", "%")
        if style not in _STYLES:
            raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
        formatter = Formatter(kwargs.pop("format", _STYLES[style][1]), datefmt, style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        level = kwargs.pop("level", None)
        if level is not None:
            root.setLevel(level)
        if kwargs:
            raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")


# ---- the root logger ---------------------------------------------------------------------------


def _configured_root():
    if not root.handlers:
        basicConfig()
    return root


def debug(msg, *args, **kwargs):
    _configured_root().debug(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    _configured_root().info(msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    _configured_root().warning(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    _logger._warn_deprecated("function")
    warning(msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    _configured_root().error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    error(msg, *args, exc_info=exc_info, **kwargs)


def critical(msg, *args, **kwargs):
    _configured_root().critical(msg, *args, **kwargs)


def fatal(msg, *args, **kwargs):
    critical(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    _configured_root().log(level, msg, *args, **kwargs)


# ---- everything at once ------------------------------------------------------------------------


def disable(level=CRITICAL):
    """Nothing of this level or below is logged any more."""
    from ._levels import check_level

    root.manager.disable = check_level(level)


_original_showwarning = None


def captureWarnings(capture):
    """Sends what the module warnings shows to the logger "py.warnings", or no longer."""
    global _original_showwarning
    import warnings

    if capture:
        if _original_showwarning is None:
            _original_showwarning = warnings.showwarning
            warnings.showwarning = _showwarning
    elif _original_showwarning is not None:
        warnings.showwarning = _original_showwarning
        _original_showwarning = None


def _showwarning(message, category, filename, lineno, file=None, line=None):
    import warnings

    if file is not None:
        _original_showwarning(message, category, filename, lineno, file, line)
        return
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(str(warnings.formatwarning(message, category, filename, lineno, line)))


def shutdown(handlerList=None):
    """Flushes and closes the handlers, the newest first; called at the end of the program."""
    for handler in [*(_handlers if handlerList is None else handlerList)][::-1]:
        try:
            handler.acquire()
            try:
                handler.flush()
                handler.close()
            finally:
                handler.release()
        except (OSError, ValueError):
            continue    # a stream that is closed already
        except Exception:
            if raiseExceptions:
                raise


atexit.register(shutdown)
