"""center, ljust, rjust, zfill, expandtabs."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(["ab".center(5), "ab".center(6), "abc".center(6), "a".center(4, "*"), "abc".center(2), "ab".center(7, "☃")])
print(["ab".ljust(5), "ab".rjust(5), "ab".ljust(5, "."), "ab".rjust(5, "."), "ab".ljust(-1), "ab".rjust(True)])
print(["42".zfill(5), "-42".zfill(5), "+4".zfill(4), "".zfill(3), "abc".zfill(2), "--1".zfill(6)])
print(["a\tb".expandtabs(), "a\tb".expandtabs(4), "ab\tc\td".expandtabs(3), "\t".expandtabs(0), "a\n\tb".expandtabs(2), "a\tb".expandtabs(-1)])
show(lambda: "a".center("b"))
show(lambda: "a".center(5, "ab"))
show(lambda: "a".ljust(5, 1))
show(lambda: "a".rjust(5, ""))
show(lambda: "a".zfill(1.5))
show(lambda: "a".center(10**30))
