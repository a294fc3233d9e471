"""The package unittest: tests as classes, and a program that runs them."""
from .case import FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups, expectedFailure
from .case import skip, skipIf, skipUnless
from .loader import TestLoader, defaultTestLoader
from .main import TestProgram, main
from .result import TestResult
from .runner import TextTestResult, TextTestRunner
from .suite import BaseTestSuite, TestSuite

__all__ = [
    "TestResult", "TestCase", "TestSuite", "TextTestRunner", "TestLoader", "FunctionTestCase", "main",
    "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure",
    "TextTestResult", "addModuleCleanup", "doModuleCleanups",
]
