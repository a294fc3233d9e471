import unittest
import warnings

t = unittest.TestCase()
with t.assertRaises(ValueError) as context:
    int("x")
print(context.exception)
with t.assertRaises((KeyError, IndexError)):
    [][1]
t.assertRaises(ZeroDivisionError, lambda: 1 / 0)
t.assertRaises(ValueError, int, "5x", base=8)
with t.assertRaisesRegex(ValueError, "invalid .* for int"):
    int("x")
for call in [lambda: t.assertRaises(ValueError, int, "5"), lambda: t.assertRaisesRegex(ValueError, "zzz", int, "x")]:
    try:
        call()
    except AssertionError as error:
        print(error)
try:
    with t.assertRaises(ValueError, msg="my words"):
        pass
except AssertionError as error:
    print(error)
try:
    with t.assertRaises(ValueError):
        {}["other"]
except KeyError as error:
    print("KeyError passes", error)
for wrong in [int, "ValueError", (ValueError, int)]:
    try:
        t.assertRaises(wrong, print)
    except TypeError as error:
        print(error)
with t.assertWarns(DeprecationWarning) as caught:
    warnings.warn("old", DeprecationWarning)
print(caught.warning, caught.lineno)
try:
    with t.assertWarns(UserWarning):
        pass
except AssertionError as error:
    print(error)
