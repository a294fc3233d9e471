# A SyntaxError of compiled text shows that text.
import traceback
for source in ("x = (1,\n", "if x\n    pass\n", "  y = 1\n", "a b\n"):
    try:
        eval(source)
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)))
