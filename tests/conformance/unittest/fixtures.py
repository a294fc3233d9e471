import io
import unittest

def setUpModule():
    print("module up")

def tearDownModule():
    print("module down")

class First(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class up")
        cls.shared = []
        cls.addClassCleanup(print, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        print("class down", cls.shared)

    def setUp(self):
        print(" up")
        self.addCleanup(print, " cleanup 1")
        self.addCleanup(print, " cleanup 2")

    def tearDown(self):
        print(" down")

    def test_one(self):
        self.shared.append(1)
        print("  one", self.id(), self)

    def test_two(self):
        self.shared.append(2)
        self.fail("two")

class Second(unittest.TestCase):
    def setUp(self):
        raise ValueError("in setUp")

    def tearDown(self):
        print("not called")

    def test_never(self):
        print("not called")

class Third(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise ValueError("in setUpClass")

    def test_never(self):
        print("not called")

program = unittest.main(exit=False, argv=["x"], testRunner=unittest.TextTestRunner(stream=io.StringIO()))
result = program.result
print(result.testsRun, len(result.failures), [str(test) for test, _ in result.errors])
