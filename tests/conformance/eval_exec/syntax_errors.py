for source in ("1 +", "a b", "  x = 1", "x\0y", "return 1", "f(", "'abc", "x = = 1", "1 = x", "def f(:\n  pass", "a = 1\nb c\n"):
    try:
        exec(source)
    except SyntaxError as error:
        print(type(error).__name__, "|", error, "|", error.lineno, error.filename, repr(error.text), error.msg)
try:
    eval("x = 1")
except SyntaxError as error:
    print(error, error.lineno, error.offset, error.end_offset)
eval("1 +")
