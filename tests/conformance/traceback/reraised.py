# An exception raised again keeps where it came from; the frames it passes again are noted again.
import traceback

def inner():
    raise ValueError("x")

def middle():
    try:
        inner()
    except ValueError:
        print("passing on")
        raise

def outer():
    try:
        middle()
    except ValueError as error:
        raise error

try:
    outer()
except ValueError:
    print(traceback.format_exc())
