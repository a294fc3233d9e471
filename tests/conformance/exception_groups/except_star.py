import sys


def make():
    return ExceptionGroup("top", [ValueError(1), TypeError(2), ExceptionGroup("in", [OSError(3), ValueError(4)])])


try:
    raise make()
except* ValueError as group:
    print("value", repr(group))
except* (TypeError, OSError) as group:
    print("type or os", repr(group), sys.exc_info()[1] is group)
else:
    print("else")
finally:
    print("finally")
print(sys.exc_info())
try:
    print("fine")
except* Exception:
    print("no")
else:
    print("else")
finally:
    print("finally")
try:
    print(group)
except NameError as error:
    print(error)
