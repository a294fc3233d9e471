"""The module unittest.main: a program that runs its own tests."""
import sys

from . import loader, runner


class TestProgram:
    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None,
                 catchbreak=None, buffer=None, warnings=None, *, tb_locals=False):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        self.exit = exit
        self.verbosity = verbosity
        self.failfast = bool(failfast)
        self.testLoader = testLoader
        self.testRunner = testRunner or runner.TextTestRunner
        names = self._options((sys.argv if argv is None else argv)[1:])
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        if names:
            self.test = testLoader.loadTestsFromNames(names, module)
        else:
            self.test = testLoader.loadTestsFromModule(module)
        self.runTests()

    def _options(self, arguments):
        """Takes -v, -q, -f and -k PATTERN out of the arguments; the rest are names of tests."""
        names = []
        arguments = list(arguments)
        while arguments:
            argument = arguments.pop(0)
            if argument in ("-v", "--verbose"):
                self.verbosity = 2
            elif argument in ("-q", "--quiet"):
                self.verbosity = 0
            elif argument in ("-f", "--failfast"):
                self.failfast = True
            elif argument == "-k" and arguments:
                patterns = self.testLoader.testNamePatterns or []
                self.testLoader.testNamePatterns = [*patterns, arguments.pop(0)]
            else:
                names.append(argument)
        return names

    def runTests(self):
        test_runner = self.testRunner
        if isinstance(test_runner, type):
            test_runner = test_runner(verbosity=self.verbosity, failfast=self.failfast)
        self.result = test_runner.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
