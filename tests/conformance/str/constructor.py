"""str(object), str(bytes, encoding)."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print([str(), str("x"), str(1), str(1.5), str(None), str(True), str([1, "a"]), str(b"a"), str(object="o")])
print(str(b"caf\xc3\xa9", "utf-8"), str(b"caf\xe9", "latin-1"), str(b"abc", encoding="ascii"), str(b"\xff", "utf-8", "replace"))
show(lambda: str(b"\xff", "utf-8"))
show(lambda: str("a", "utf-8"))
show(lambda: str(1, "utf-8"))
show(lambda: str(b"a", "no-such"))


class Thing:
    def __str__(self):
        return "a thing"


class Shown:
    def __repr__(self):
        return "Shown()"


class Named(str):
    pass


print(str(Thing()), str(Shown()), [Shown()], f"{Thing()}|{Shown()!s:>10}|{Thing()!s:^11}")
print(Named("n"), Named("n") + "x", type(Named("n") + "x").__name__, type(Named("n")).__name__, Named("n") == "n", len(Named("abc")))
