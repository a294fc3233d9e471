"""+, *, in, comparisons and their errors."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print("a" + "b", "ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "ab" * True, "☃" * 2 + "x")
print("b" in "abc", "" in "", "x" in "abc", "bc" in "abc", "☃" in "a☃", "x" not in "abc")
print("a" < "b", "a" < "B", "abc" < "abd", "abc" < "ab", "a" == "a", "a" != "b", "é" < "☃", "\uffff" < "\U00010000", "a" >= "a")
print("a" == 1, "a" != 1, "a" == b"a")
show(lambda: "a" + 1)
show(lambda: 1 + "a")
show(lambda: "a" * "b")
show(lambda: "a" * 1.5)
show(lambda: 1.5 * "a")
show(lambda: "a" - "b")
show(lambda: 1 in "a")
show(lambda: "a" < 1)
show(lambda: "a" >= None)
show(lambda: "a" * 10**30)
show(lambda: -"a")
