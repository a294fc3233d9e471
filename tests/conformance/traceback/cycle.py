# A chain that leads back to itself ends.
import traceback
one = ValueError("one")
two = ValueError("two")
one.__context__ = two
two.__context__ = one
try:
    raise one
except ValueError:
    print(traceback.format_exc())
