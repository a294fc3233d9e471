import math

allowed = {name: getattr(math, name) for name in ("sqrt", "pi", "floor")}
for text in ("2 + 3 * 4", "sqrt(2) * 2", "floor(pi)", "1 / 0", "unknown + 1", "2 **"):
    try:
        print(text, "=", eval(text, {"__builtins__": {}}, allowed))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
