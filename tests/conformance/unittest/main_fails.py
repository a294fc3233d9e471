import unittest

class Test(unittest.TestCase):
    def test_one(self):
        self.assertTrue(False)

    def test_two(self):
        self.assertTrue(True)

if __name__ == "__main__":
    unittest.main()
