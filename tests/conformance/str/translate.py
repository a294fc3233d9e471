"""str.maketrans and translate."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print("hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("", "", "l")))
print(str.maketrans("ab", "cd", "e"), str.maketrans({"a": 1, 98: "x", "c": None}))
print("abc".translate({97: "xyz", 98: None, 99: 100}), "abc".translate({}), "☃a".translate({0x2603: "s"}))
print("a\x00b".translate(["zero"]), "\x00\x01".translate("XY"))
show(lambda: str.maketrans("ab", "c"))
show(lambda: str.maketrans({"ab": 1}))
show(lambda: str.maketrans(1))
show(lambda: str.maketrans(1, "a"))
show(lambda: str.maketrans({1.5: 1}))
show(lambda: "abc".translate({97: 1.5}))
show(lambda: "abc".translate({97: 0x110000}))


class Shout(dict):
    def __missing__(self, key):
        return chr(key).upper()


print("abc".translate(Shout({98: "-"})))
