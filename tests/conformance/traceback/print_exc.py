# print_exc writes to standard error, or to a file.
import sys
import traceback
try:
    1 / 0
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)
    traceback.print_exc()
