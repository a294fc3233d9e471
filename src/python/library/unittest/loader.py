"""The module unittest.loader: finding the tests of classes and modules."""
import sys

from . import case, suite


class TestLoader:
    testMethodPrefix = "test"
    testNamePatterns = None
    suiteClass = suite.TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        """The names of the test methods, sorted."""
        names = []
        for name in dir(testCaseClass):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                continue
            full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
            if self.testNamePatterns is None or any([_matches(full, p) for p in self.testNamePatterns]):
                names.append(name)
        return sorted(names)

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            found = getattr(module, name)
            if isinstance(found, type) and issubclass(found, case.TestCase) and found not in (
                    case.TestCase, case.FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(found))
        load_tests = getattr(module, "load_tests", None)
        tests = self.suiteClass(tests)
        return tests if load_tests is None else load_tests(self, tests, pattern)

    def loadTestsFromName(self, name, module=None):
        """The tests that "Class", "Class.test_method" or a function that makes tests means."""
        found = sys.modules["__main__"] if module is None else module
        parent = None
        for part in name.split("."):
            parent, found = found, getattr(found, part)
        if isinstance(found, type) and issubclass(found, case.TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(parent, type) and issubclass(parent, case.TestCase):
            return self.suiteClass([parent(name.rpartition(".")[2])])
        if isinstance(found, suite.BaseTestSuite):
            return found
        if callable(found):
            made = found()
            return made if isinstance(made, suite.BaseTestSuite) else self.suiteClass([made])
        raise TypeError(f"don't know how to make test from: {found}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


def _matches(name, pattern):
    """Does a pattern of -k fit? A plain one fits anywhere."""
    return all([part in name for part in pattern.split("*")])


defaultTestLoader = TestLoader()
