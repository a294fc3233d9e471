time = __import__("time")
print(time.__name__)
top = __import__("importlib.util")
print(top.__name__)
inner = __import__("importlib.util", fromlist=["find_spec"])
print(inner.__name__)
package = __import__("importlib", fromlist=["machinery"])
print(package.machinery.__name__)
for arguments in [("",), (5,), ("time", None, None, (), -1)]:
    try:
        __import__(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
