"""The module unittest.case: TestCase, one test and how it is run."""
import sys

from ._assertions import Assertions
from ._contexts import AssertLogsContext, AssertRaisesContext, AssertWarnsContext
from ._signals import SkipTest, expectedFailure, skip, skipIf, skipUnless

_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        function(*args, **kwargs)


class _Outcome:
    """How one test goes: what its parts raise is noted in the result."""

    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting_failure = False
        self.expected_failure = None

    def run(self, test, function, subtest=None):
        """Calls a part of the test; True if it went well."""
        try:
            function()
        except SkipTest as error:
            self.success = False
            self.result.addSkip(subtest or test, str(error))
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self.note(test, error, subtest)
        else:
            return True
        return False

    def note(self, test, error, subtest=None):
        self.success = False
        info = type(error), error, error.__traceback__
        if self.expecting_failure:
            self.expected_failure = info
        elif subtest is not None:
            self.result.addSubTest(test, subtest, info)
        elif isinstance(error, test.failureException):
            self.result.addFailure(test, info)
        else:
            self.result.addError(test, info)


class _SubTestContext:
    def __init__(self, test, message, params):
        self._test = test
        outer = test._subtest
        merged = dict(outer.params) if outer is not None else {}
        merged.update(params)
        self._subtest = _SubTest(test, message, merged)
        self._outer = outer

    def __enter__(self):
        self._test._subtest = self._subtest

    def __exit__(self, exc_type, exc_value, tb):
        test = self._test
        test._subtest = self._outer
        outcome = test._outcome
        if exc_value is None:
            outcome.result.addSubTest(test, self._subtest, None)
            return False
        if isinstance(exc_value, SkipTest):
            outcome.result.addSkip(self._subtest, str(exc_value))
            return True
        if not isinstance(exc_value, Exception):
            return False
        outcome.note(test, exc_value, self._subtest)
        if outcome.result.failfast:
            raise _ShouldStop
        return True


class _ShouldStop(Exception):
    """Ends a test whose run stops at the first failure."""


class TestCase(Assertions):
    """A class whose methods test_... are tests."""

    _outcome = None
    _subtest = None

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        method = getattr(self, methodName, None)
        if method is None and methodName != "runTest":
            raise ValueError(f"no such test method in {type(self)}: {methodName}")
        self._testMethodDoc = getattr(method, "__doc__", None)
        self._cleanups = []

    # ---- what a test may define ----

    def setUp(self):
        """Called before each test."""

    def tearDown(self):
        """Called after each test."""

    @classmethod
    def setUpClass(cls):
        """Called before the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """Called after the tests of the class."""

    # ---- what a test may call ----

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        value = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return value

    @classmethod
    def enterClassContext(cls, cm):
        value = cm.__enter__()
        cls.addClassCleanup(cm.__exit__, None, None, None)
        return value

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTestContext(self, msg, params)

    # ---- names ----

    def id(self):
        return f"{_class_name(type(self))}.{self._testMethodName}"

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def countTestCases(self):
        return 1

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def __repr__(self):
        return f"<{_class_name(type(self))} testMethod={self._testMethodName}>"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    # ---- running ----

    def defaultTestResult(self):
        from .result import TestResult

        return TestResult()

    def run(self, result=None):
        if result is None:
            result = self.defaultTestResult()
            result.startTestRun()
            try:
                return self.run(result)
            finally:
                result.stopTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for item in (type(self), method):
                if getattr(item, "__unittest_skip__", False):
                    result.addSkip(self, item.__unittest_skip_why__)
                    return result
            self._outcome = outcome = _Outcome(result)
            expecting = (getattr(self, "__unittest_expecting_failure__", False)
                         or getattr(method, "__unittest_expecting_failure__", False))
            if outcome.run(self, self.setUp):
                outcome.expecting_failure = expecting
                outcome.run(self, method)
                outcome.expecting_failure = False
                outcome.run(self, self.tearDown)
            self.doCleanups()
            if outcome.expected_failure:
                result.addExpectedFailure(self, outcome.expected_failure)
            elif outcome.success:
                if expecting:
                    result.addUnexpectedSuccess(self)
                else:
                    result.addSuccess(self)
            return result
        finally:
            self._outcome = None
            result.stopTest(self)

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        """Runs the test; what goes wrong is raised."""
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def doCleanups(self):
        outcome = self._outcome
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            outcome.run(self, lambda: function(*args, **kwargs))
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        waiting, problems = cls._class_cleanups, cls.tearDown_exceptions
        while waiting:
            function, args, kwargs = waiting.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                problems.append(sys.exc_info())


def _class_name(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


class FunctionTestCase(TestCase):
    """A test that is a function."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._functions = setUp, testFunc, tearDown
        self._description = description

    def setUp(self):
        if self._functions[0] is not None:
            self._functions[0]()

    def tearDown(self):
        if self._functions[2] is not None:
            self._functions[2]()

    def runTest(self):
        self._functions[1]()

    def id(self):
        return self._functions[1].__name__

    def __str__(self):
        return f"{_class_name(type(self))} ({self._functions[1].__name__})"

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._functions[1].__doc__
        return doc.split("\n")[0].strip() if doc else None


class _SubTest(TestCase):
    """One round of a subTest()."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case = test_case
        self._message = message
        self.params = params
        self.failureException = test_case.failureException

    def _description_of_round(self):
        parts = []
        if self._message is not None:
            parts.append(f"[{self._message}]")
        if self.params:
            shown = [f"{name}={value!r}" for name, value in self.params.items()]
            parts.append(f"({', '.join(shown)})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._description_of_round()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._description_of_round()}"


_AssertRaisesContext = AssertRaisesContext
_AssertWarnsContext = AssertWarnsContext
_AssertLogsContext = AssertLogsContext
