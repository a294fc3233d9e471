import sys
import traceback

def fail():
    return 1 / 0

try:
    fail()
except ZeroDivisionError as error:
    stack = traceback.extract_tb(error.__traceback__)
print(type(stack).__name__, isinstance(stack, list), len(stack))
entry = stack[-1]
print(entry.name, entry.lineno, entry.line, entry.end_lineno, entry.colno, entry.end_colno, entry.locals)
print(entry[1:3], len(entry), tuple(entry)[1:], entry == stack[1], entry == stack[0])
filename, lineno, name, line = entry
print(lineno, name, line, filename == sys.argv[0] or filename == __file__)
same = traceback.FrameSummary("file.py", 3, "f", line="  x = 1")
print(same, same.line)
print("".join(traceback.format_list([("a.py", 1, "f", "x = 1"), ("b.py", 2, "g", None), same])), end="")
print(traceback.StackSummary.from_list([("a.py", 1, "f", "x = 1")]).format())
print(traceback.StackSummary.from_list([("a.py", 1, "f", "x = 1")] * 5).format())
print([line.name for line in traceback.extract_tb(stack and error_traceback, 1)] if (error_traceback := None) else "no traceback")
