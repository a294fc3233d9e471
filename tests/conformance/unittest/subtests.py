import io
import unittest

class Numbers(unittest.TestCase):
    def test_even(self):
        for n in range(4):
            with self.subTest(n=n):
                self.assertEqual(n % 2, 0)
        with self.subTest("named", n=9):
            {}["x"]
        with self.subTest():
            with self.subTest(inner=1):
                self.fail("nested")
        print("goes on")

for verbosity in [1, 2]:
    stream = io.StringIO()
    suite = unittest.TestLoader().loadTestsFromTestCase(Numbers)
    result = unittest.TextTestRunner(stream=stream, verbosity=verbosity).run(suite)
    print([str(test) for test, _ in result.failures], [str(test) for test, _ in result.errors])
    for line in stream.getvalue().splitlines():
        if "File" not in line and "Ran" not in line:
            print(line)
