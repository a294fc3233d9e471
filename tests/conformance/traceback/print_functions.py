import io
import sys
import traceback

def fail():
    raise OSError(2, "No such file or directory", "name.txt")

captured = io.StringIO()
try:
    fail()
except OSError as error:
    traceback.print_exc(file=captured)
    traceback.print_exc(limit=1, file=captured)
    traceback.print_exception(error, file=captured)
    traceback.print_exception(type(error), error, None, file=captured)
    traceback.print_tb(error.__traceback__, file=captured)
    traceback.print_list(traceback.extract_tb(error.__traceback__), captured)
    traceback.print_stack(file=captured)
for line in captured.getvalue().splitlines():
    print(line if "File" not in line else "  File" + line[line.index(", line"):])
print(traceback.format_exc())
print(traceback.format_exception(None), traceback.format_exception_only(None))
for arguments in [("text",), (ValueError, None), (5,)]:
    try:
        traceback.format_exception(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
sys.stderr = captured = io.StringIO()
try:
    fail()
except OSError:
    traceback.print_exc()
sys.stderr = sys.__stderr__
print(captured.getvalue().splitlines()[-1])
