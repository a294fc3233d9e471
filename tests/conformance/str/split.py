"""str.split and rsplit: white space, separators, limits."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print("a b  c".split(), " a b ".split(), "".split(), "   ".split(), "a\tb\nc\x1cd\u3000e".split())
print("a,b,,c".split(","), ",".split(","), "".split(","), "a--b--c".split("--"))
print("a b c d".split(None, 2), "a,b,c".split(",", 1), "a,b,c".split(",", 0), "  a  b  ".split(None, 1))
print("a b c d".rsplit(None, 2), "a,b,c".rsplit(",", 1), "  a  b  ".rsplit(None, 1), "a--b--c".rsplit("--", 1))
print("aaa".split("a"), "aaa".split("aa"), "aaa".rsplit("aa"), "a b".split(maxsplit=0), "x y z".split(sep=" ", maxsplit=1))
show(lambda: "a".split(""))
show(lambda: "a".split(1))
show(lambda: "a".split(",", "x"))
show(lambda: "a".rsplit(""))
