"""The module unittest.suite: tests that are run together, with what belongs to their classes."""
import sys

from . import case


class BaseTestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} tests={list(self)}>"

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, type(self)) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum([test.countTestCases() for test in self])

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, BaseTestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for test in self:
            if result.shouldStop:
                break
            test(result)
        return result

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)


class _ErrorHolder:
    """Stands for a class or module whose setting up or tearing down has failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def countTestCases(self):
        return 0


class TestSuite(BaseTestSuite):
    """Calls setUpClass, setUpModule and their counterparts where the class or module changes."""

    def run(self, result, debug=False):
        is_outermost = not getattr(result, "_testRunEntered", False)
        if is_outermost:
            result._testRunEntered = True
            result._class = None
            result._module_failed = result._class_failed = False
        for test in self:
            if result.shouldStop:
                break
            if isinstance(test, case.TestCase):
                self._enter(type(test), result)
                if result._class_failed or result._module_failed:
                    continue
            test(result)
        if is_outermost:
            self._leave_class(result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def _enter(self, cls, result):
        if result._class is cls:
            return
        previous = result._class
        self._leave_class(result)
        if previous is None or previous.__module__ != cls.__module__:
            if previous is not None:
                result._class = previous
                self._leave_module(result)
            result._class = cls
            result._module_failed = False
            setup = getattr(sys.modules.get(cls.__module__), "setUpModule", None)
            if setup is not None:
                result._module_failed = not self._call(setup, "setUpModule", cls.__module__, result)
        result._class = cls
        result._class_failed = False
        if result._module_failed or getattr(cls, "__unittest_skip__", False):
            return
        name = f"{cls.__module__}.{cls.__qualname__}"
        if not self._call(cls.setUpClass, "setUpClass", name, result):
            result._class_failed = True
            cls.doClassCleanups()

    def _leave_class(self, result):
        cls = result._class
        if cls is None or result._class_failed or result._module_failed or getattr(cls, "__unittest_skip__", False):
            return
        name = f"{cls.__module__}.{cls.__qualname__}"
        self._call(cls.tearDownClass, "tearDownClass", name, result)
        if cls is not case.TestCase:
            cls.doClassCleanups()
            for info in cls.tearDown_exceptions:
                result.addError(_ErrorHolder(f"tearDownClass ({name})"), info)

    def _leave_module(self, result):
        cls = result._class
        if cls is None or result._module_failed:
            return
        teardown = getattr(sys.modules.get(cls.__module__), "tearDownModule", None)
        if teardown is not None:
            self._call(teardown, "tearDownModule", cls.__module__, result)
        case.doModuleCleanups()

    def _call(self, function, what, name, result):
        """True if the function went well; what it raises is an error of the class or module."""
        try:
            function()
        except case.SkipTest as error:
            result.addSkip(_ErrorHolder(f"{what} ({name})"), str(error))
            return False
        except Exception:
            result.addError(_ErrorHolder(f"{what} ({name})"), sys.exc_info())
            return False
        return True
