import sys
import traceback

def names(stack):
    return [(entry.name, entry.line) for entry in stack]

def inner():
    print(names(traceback.extract_stack()))
    print(names(traceback.extract_stack(limit=1)))
    print(names(traceback.extract_stack(limit=-1)))
    print(len(traceback.format_stack()), traceback.format_stack()[-1].splitlines()[-1])
    for frame, lineno in traceback.walk_stack(sys._getframe()):
        print(frame.f_code.co_name, lineno > 0)
        break

def outer():
    inner()

outer()

def fail(n):
    if n == 0:
        raise ValueError("deep")
    fail(n - 1)

try:
    fail(3)
except ValueError as error:
    for frame, lineno in traceback.walk_tb(error.__traceback__):
        print(frame.f_code.co_name, lineno)
    print(len(traceback.extract_tb(error.__traceback__, 2)), len(traceback.extract_tb(error.__traceback__, -1)))
    for text in traceback.format_tb(error.__traceback__, 1):
        print(text.splitlines()[1:])
