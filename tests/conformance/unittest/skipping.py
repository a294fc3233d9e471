import io
import unittest

@unittest.skip("the whole class")
class Skipped(unittest.TestCase):
    def test_one(self):
        print("never")

class Some(unittest.TestCase):
    @unittest.skipIf(True, "condition true")
    def test_if(self):
        print("never")

    @unittest.skipUnless(True, "condition true")
    def test_unless(self):
        print("runs")

    @unittest.skip
    def test_bare(self):
        print("never")

    def test_raised(self):
        raise unittest.SkipTest("raised")

result = unittest.main(exit=False, argv=["x"], testRunner=unittest.TextTestRunner(stream=io.StringIO())).result
print(result, sorted((test.id(), reason) for test, reason in result.skipped))
