print(eval("abs(-3)", {"__builtins__": {"abs": abs}}))
for names in ({"__builtins__": {}}, {"__builtins__": {"len": len}}):
    try:
        print(eval("open('x')", names))
    except NameError as error:
        print(error)
names = {"__builtins__": {}}
exec("def f():\n    return print", names)
try:
    names["f"]()
except NameError as error:
    print(error)
names = {}
exec("x = len('abc')", names)
print(names["x"], type(names["__builtins__"]).__name__, "len" in names["__builtins__"])
