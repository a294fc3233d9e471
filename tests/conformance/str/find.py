"""str.find, rfind, index, rindex, count: bounds and errors."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


text = "banana"
print(text.find("an"), text.find("an", 2), text.find("an", 4), text.find("x"), text.find(""))
print(text.rfind("an"), text.rfind("an", 0, 4), text.rfind(""), text.rfind("b", 1))
print(text.find("a", -2), text.find("a", None, -5), text.find("", 6), text.find("", 7))
print(text.count("a"), text.count("ana"), text.count(""), text.count("a", 2), text.count("a", 2, 3))
print("".count(""), "abc".count("", 3), "abc".count("", 4), "abc".find("c", 10**30), "abc".find("a", -10**30))
print(text.index("n"), text.rindex("n"))
show(lambda: text.index("x"))
show(lambda: text.rindex("x"))
show(lambda: text.find(1))
show(lambda: text.count(None))
show(lambda: text.find("a", "b"))
print("ünïcödé ☃ snow ☃".find("☃"), "ünïcödé ☃ snow ☃".rfind("☃"), "abc".find("☃"), "☃☃".count("☃"))
print(("ab" * 1000 + "c").find("bc"), ("ab" * 1000 + "c").find("abc"), ("a" * 5000).find("a" * 100 + "b"))
