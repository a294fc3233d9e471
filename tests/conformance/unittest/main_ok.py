import sys
import unittest

class Test(unittest.TestCase):
    def test_one(self):
        print("runs")

class Other(unittest.TestCase):
    def test_two(self):
        print("runs too")

unittest.main(argv=["program", "-v"], exit=False)
unittest.main(argv=["program", "Other"], exit=False)
unittest.main(argv=["program", "Test.test_one"], exit=False)
unittest.main()
