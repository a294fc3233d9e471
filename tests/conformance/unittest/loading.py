import sys
import unittest

class B(unittest.TestCase):
    def test_z(self):
        pass

    def test_a(self):
        pass

    def helper(self):
        pass

class A(unittest.TestCase):
    def runTest(self):
        pass

loader = unittest.TestLoader()
print(loader.getTestCaseNames(B), loader.loadTestsFromTestCase(A).countTestCases())
suite = loader.loadTestsFromModule(sys.modules["__main__"])
print(suite.countTestCases(), [str(test) for group in suite for test in group])
print(loader.loadTestsFromName("B.test_a", sys.modules["__main__"]))
suite = unittest.TestSuite([B("test_a")])
suite.addTest(B("test_z"))
print(suite.countTestCases(), B("test_a") == B("test_a"), B("test_a") == B("test_z"), repr(B("test_a")))
for call in [lambda: B("nothing"), lambda: suite.addTest(5), lambda: suite.addTest(B), lambda: suite.addTests("x")]:
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, result.wasSuccessful())
