names = {}
exec("def f():\n    return z\nz = 3\nw = [q for q in range(z)]", names)
print(names["f"](), names["w"], [name for name in names if not name.startswith("__")], "__builtins__" in names)
names["z"] = 99
print(names["f"]())
exec("z += 1\ndef g():\n    global z\n    z = -1", names)
print(names["z"], names["f"]())
names["g"]()
print(names["z"], names.get("z"), dict(names)["z"])
del names["z"]
try:
    names["f"]()
except NameError as error:
    print(error)
