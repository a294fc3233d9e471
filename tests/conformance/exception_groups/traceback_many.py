import sys
import traceback

traceback.print_exception(ExceptionGroup("many", [ValueError(i) for i in range(20)]), file=sys.stdout)
deep = ValueError("bottom")
for i in range(14):
    deep = ExceptionGroup(f"level {i}", [deep])
traceback.print_exception(deep, file=sys.stdout)
