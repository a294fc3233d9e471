import unittest

t = unittest.TestCase()

class Odd:
    def __repr__(self):
        return "<odd>"

odd = Odd()
calls = [
    lambda: t.assertEqual(1, 2), lambda: t.assertEqual(1, 2, "with a message"), lambda: t.assertNotEqual(1, 1),
    lambda: t.assertTrue(0), lambda: t.assertFalse([1]), lambda: t.assertIs(odd, 5), lambda: t.assertIsNot(odd, odd),
    lambda: t.assertIsNone(1), lambda: t.assertIsNotNone(None), lambda: t.assertIn(1, [2]), lambda: t.assertNotIn(1, [1]),
    lambda: t.assertIsInstance(1, str), lambda: t.assertNotIsInstance(1, int), lambda: t.assertAlmostEqual(1.0, 1.1),
    lambda: t.assertAlmostEqual(1, 2, delta=0.5), lambda: t.assertNotAlmostEqual(1.0, 1.00000001),
    lambda: t.assertNotAlmostEqual(1, 1.1, delta=0.5), lambda: t.assertGreater(1, 2), lambda: t.assertGreaterEqual(1, 2),
    lambda: t.assertLess(2, 1), lambda: t.assertLessEqual(2, 1), lambda: t.assertRegex("abc", "x"),
    lambda: t.assertNotRegex("abc", "b"), lambda: t.assertCountEqual([1, 1, 2], [1, 2, 3]), lambda: t.fail("failed"),
    lambda: t.fail(), lambda: t.assertEqual([1, 2], [1, 3]), lambda: t.assertEqual([1, 2], [1, 2, 3]),
    lambda: t.assertEqual((1,), (2,)), lambda: t.assertEqual({1: 2}, {1: 3}), lambda: t.assertEqual({1, 2}, {2, 3}),
    lambda: t.assertEqual("a\nb\n", "a\nc\n"), lambda: t.assertEqual("text", "test"), lambda: t.assertEqual("x" * 100, "y" * 100),
    lambda: t.assertEqual(list(range(300)), list(range(1, 301))), lambda: t.assertSequenceEqual([1], (2,)),
    lambda: t.assertListEqual([1], (1,)), lambda: t.assertDictEqual({}, []), lambda: t.assertSetEqual({1}, frozenset()),
    lambda: t.assertRaises(ValueError, int, "5"), lambda: t.assertEqual(frozenset([1]), frozenset([2])),
    lambda: t.assertEqual(["a" * 50, "b" * 50], ["a" * 50, "c" * 50]),
]
for call in calls:
    try:
        call()
        print("no failure")
    except AssertionError as error:
        print(repr(str(error)))
t.assertEqual([1], [1])
t.assertAlmostEqual(1.00000001, 1.0)
t.assertCountEqual([3, 1, 2], [1, 2, 3])
t.longMessage = False
try:
    t.assertEqual(1, 2, "only this")
except AssertionError as error:
    print(error)
