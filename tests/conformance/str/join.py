"""str.join takes any iterable of str."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(", ".join(["a", "b", "c"]), "-".join("abc"), "".join([]), "x".join(["one"]), "|".join(("a", "", "b")))
print("☃".join(["a", "b"]), "".join(["a", "☃"]), "+".join({"k": 1, "l": 2}), " ".join(str(i) for i in range(5)))
print(",".join(map(str, [1, 2.5, None])), len("ab".join(["x"] * 1000)))
show(lambda: ",".join([1]))
show(lambda: ",".join(["a", 2]))
show(lambda: ",".join(5))
show(lambda: ",".join(None))
