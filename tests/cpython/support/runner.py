"""Runs the tests of one module and prints a line for each: status, test, why."""
import sys
import traceback
import unittest


class _Lines(unittest.TestResult):
    def _tell(self, status, test, why=""):
        name = test.id() if hasattr(test, "id") else str(test)
        sys.__stdout__.write(f"{status}\t{name}\t{why}\n")

    def addSuccess(self, test):
        self._tell("passed", test)

    def addFailure(self, test, error):
        self._tell("failed", test, repr("".join(traceback.format_exception(error[1]))))

    addError = addFailure

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.addFailure(test, error)

    def addSkip(self, test, reason):
        self._tell("skipped", test, reason)

    def addExpectedFailure(self, test, error):
        self._tell("passed", test)

    def addUnexpectedSuccess(self, test):
        self._tell("failed", test, "'an unexpected success'")


def _tests(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from _tests(item)
        else:
            yield item


def run(module, wanted, left_out):
    """The tests whose names contain one of `wanted` (all, if it is empty). `left_out`: test: why."""
    result = _Lines()
    loader = unittest.TestLoader()
    for case in list(vars(module).values()):
        if not (isinstance(case, type) and issubclass(case, unittest.TestCase)):
            continue
        suite = unittest.TestSuite()
        for test in _tests(loader.loadTestsFromTestCase(case)):
            name = ".".join(test.id().split(".")[-2:])
            if wanted and not any(part in name for part in wanted):
                continue
            why = left_out.get(name) or left_out.get(name.partition(".")[0])
            if why:
                result.addSkip(test, why)
            else:
                suite.addTest(test)
        suite.run(result)
