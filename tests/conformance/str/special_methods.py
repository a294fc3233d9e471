"""The special methods can be called by name."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print("a".__add__("b"), "ab".__mul__(2), "ab".__rmul__(2), "ab".__len__(), "ab".__contains__("a"), "ab".__getitem__(1))
print("a".__eq__("a"), "a".__eq__(1), "a".__lt__("b"), "a".__lt__(1), "a".__ne__("b"), "a".__repr__(), "a".__str__())
print("%s".__mod__("x"), "a".__format__(">3"), list("ab".__iter__()), "a".__hash__() == hash("a"), str.upper("x"), str.join(",", ["a", "b"]))
show(lambda: "a".__add__(1))
show(lambda: "a".__mul__("b"))
show(lambda: "a".__format__(1))
