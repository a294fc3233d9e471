def attempt(source, what=SyntaxError):
    try:
        compile(source, "<source>", "exec")
        print("fine")
    except what as error:
        print(type(error).__name__, str(error))


attempt("(" * 300 + ")" * 300)
attempt("[" * 150 + "]" * 150)
attempt("-" * 5000 + "1", RecursionError)
attempt("a and " * 10000 + "b")
attempt("\n".join("  " * i + "if 1:" for i in range(120)) + "\n" + "  " * 120 + "pass")
attempt("\n".join("  " * i + "for x in y:" for i in range(25)) + "\n" + "  " * 25 + "pass")
attempt("\n".join("  " * i + "with a:" for i in range(25)) + "\n" + "  " * 25 + "pass")
attempt("\n".join("  " * i + "while 1:" for i in range(25)) + "\n" + "  " * 25 + "pass")
attempt("f" + "()" * 20000, RecursionError)
attempt("x = '" + "a" * 100000 + "'")
attempt("(" * 3000)
