import io
import sys

captured = io.StringIO()
sys.stderr = captured
try:
    [].pop()
except IndexError as error:
    sys.excepthook(type(error), error, None)
    sys.__excepthook__(type(error), error, error.__traceback__)
sys.stderr = sys.__stderr__
for line in captured.getvalue().splitlines():
    print(line if "File" not in line else "  File ...")
