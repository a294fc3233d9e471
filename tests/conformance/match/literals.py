def kind(value):
    match value:
        case 0:
            return "zero"
        case -1:
            return "minus one"
        case 2.5 | 3.5:
            return "half"
        case "a" "b":
            return "ab"
        case b"x":
            return "bytes"
        case None:
            return "None"
        case True:
            return "True"
        case False:
            return "False"
        case _:
            return "other"


for value in (0, -1, 2.5, 3.5, "ab", b"x", None, True, False, 1, "a", 0.0, 10**20, []):
    print(repr(value), kind(value))
