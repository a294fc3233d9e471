# compare: times
import sys
import unittest

class Outcomes(unittest.TestCase):
    def test_a_ok(self):
        self.assertEqual(1 + 1, 2)

    def test_b_fails(self):
        self.assertEqual(1 + 1, 3)

    def test_c_error(self):
        {}["missing"]

    @unittest.skip("not today")
    def test_d_skipped(self):
        self.fail("never run")

    @unittest.expectedFailure
    def test_e_expected(self):
        self.fail("as expected")

    @unittest.expectedFailure
    def test_f_unexpected(self):
        """Has a description."""

    def test_g_skips_itself(self):
        self.skipTest("inside")

class Output:
    def write(self, text):
        if "File" not in text:
            print(text, end="")

    def flush(self):
        pass


for verbosity in [0, 1, 2]:
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(Outcomes)
    result = unittest.TextTestRunner(stream=Output(), verbosity=verbosity).run(suite)
print(result, result.wasSuccessful(), len(result.skipped))
