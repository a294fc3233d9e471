globals()["new"] = 5
print(new, "new" in globals(), globals() is globals())
names = globals()
later = 1
print("later" in names, names["later"], names.get("later"))
later = 2
print(names["later"], type(names))
del names["later"]
try:
    later
except NameError as error:
    print(error)
globals().update(a=1, b=2)
print(a + b, globals().setdefault("a", 9), globals().pop("b"), "b" in globals())


def function():
    globals()["made"] = 3
    return made


print(function(), function.__globals__ is globals())
