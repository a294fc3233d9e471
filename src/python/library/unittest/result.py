"""The module unittest.result: what has become of the tests that were run."""


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.testsRun = 0
        # (test, text) of each that did not simply pass; of unexpected successes the test alone.
        self.errors, self.failures, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        # What a runner may ask for.
        self.buffer = self.failfast = self.tb_locals = False
        self.shouldStop = False

    def __repr__(self):
        return (f"<{type(self).__module__}.{type(self).__qualname__} run={self.testsRun} "
                f"errors={len(self.errors)} failures={len(self.failures)}>")

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        """Called after each test."""

    def startTestRun(self):
        """Called before the first test."""

    def stopTestRun(self):
        """Called after the last test."""

    def addError(self, test, err):
        self.errors.append((test, self._text(err)))
        self._failed()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err)))
        self._failed()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            where = self.failures if issubclass(err[0], test.failureException) else self.errors
            where.append((subtest, self._text(err)))
            self._failed()

    def addSuccess(self, test):
        """Called for each test that went well."""

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._failed()

    def _failed(self):
        if self.failfast:
            self.stop()

    def stop(self):
        self.shouldStop = True

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def _text(self, err):
        import traceback

        return "".join(traceback.format_exception(err[0], err[1], err[2]))
