"""What assertRaises, assertWarns and assertLogs give to a `with` statement."""
import sys


class _RaisesContext:
    """Of assertRaises and assertWarns: what they have in common."""

    kinds = BaseException
    word = "Exception"

    def __init__(self, expected, test_case, expected_regex=None):
        self.expected = expected
        self.test_case = test_case
        if isinstance(expected_regex, str):
            import re

            expected_regex = re.compile(expected_regex)
        self.expected_regex = expected_regex
        self.obj_name = None
        self.msg = None

    def _fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))

    def handle(self, name, args, kwargs):
        """assertRaises(E, function, ...) calls, assertRaises(E) answers itself for `with`."""
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        for kind in kinds:
            if not (isinstance(kind, type) and issubclass(kind, self.kinds)):
                raise TypeError(f"{name}() arg 1 must be {self.described}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        function, *args = args
        self.obj_name = getattr(function, "__name__", None) or str(function)
        with self:
            function(*args, **kwargs)
        return None

    def _names(self):
        try:
            return self.expected.__name__
        except AttributeError:
            return str(self.expected)

    def _by(self):
        return f" by {self.obj_name}" if self.obj_name else ""


class AssertRaisesContext(_RaisesContext):
    described = "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._fail(f"{self._names()} not raised{self._by()}")
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(exc_value)):
            self._fail(f'"{self.expected_regex.pattern}" does not match "{exc_value}"')
        return True


class AssertWarnsContext(_RaisesContext):
    kinds = Warning
    described = "a warning type or tuple of warning types"

    def __enter__(self):
        import warnings

        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self._manager = warnings.catch_warnings(record=True)
        self.warnings = self._manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self._manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for warning in self.warnings:
            message = warning.message
            if not isinstance(message, self.expected):
                continue
            if first is None:
                first = message
            if self.expected_regex is not None and not self.expected_regex.search(str(message)):
                continue
            self.warning = message
            self.filename = warning.filename
            self.lineno = warning.lineno
            return
        if first is not None:
            self._fail(f'"{self.expected_regex.pattern}" does not match "{first}"')
        self._fail(f"{self._names()} not triggered{self._by()}")


class _LogWatch(tuple):
    """What was logged: the records, and their text."""

    records = property(lambda self: self[0])
    output = property(lambda self: self[1])


class AssertLogsContext:
    def __init__(self, test_case, logger_name, level, no_logs):
        import logging

        self.test_case = test_case
        self.logger_name = logger_name
        self.level = logging.getLevelNamesMapping().get(level, level) if level else logging.INFO
        self.no_logs = no_logs
        self.msg = None

    def __enter__(self):
        import logging

        watched = _LogWatch(([], []))
        formatter = logging.Formatter("%(levelname)s:%(name)s:%(message)s")

        class Capture(logging.Handler):
            def emit(self, record):
                watched.records.append(record)
                watched.output.append(self.format(record))

        logger = self.logger_name
        if not isinstance(logger, logging.Logger):
            logger = logging.getLogger(logger)
        self.logger = logger
        handler = Capture(self.level)
        handler.setFormatter(formatter)
        self.watcher = watched
        self.old = logger.handlers, logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else watched

    def __exit__(self, exc_type, exc_value, tb):
        import logging

        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        found = self.watcher.records
        if self.no_logs and found:
            self._fail(f"Unexpected logs found: {self.watcher.output!r}")
        if not self.no_logs and not found:
            self._fail(f"no logs of level {logging.getLevelName(self.level)} or higher triggered "
                       f"on {self.logger.name}")
        return False

    def _fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))
