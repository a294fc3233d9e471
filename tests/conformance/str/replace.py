"""str.replace with and without a limit."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print("banana".replace("a", "o"), "banana".replace("a", "", 2), "banana".replace("an", "AN", 1), "aaa".replace("aa", "b"))
print("abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "abc".replace("x", "y"), "abc".replace("b", "☃"))
print("☃b☃".replace("☃", "s"), "a" * 10, "a.b.c".replace(".", "::"), "abc".replace("a", "b", 0))
show(lambda: "a".replace(1, "b"))
show(lambda: "a".replace("a", 2))
show(lambda: "a".replace("a", "b", "c"))
