class Always:
    def __eq__(self, other):
        print("eq", other)
        return True


class Never:
    def __eq__(self, other):
        print("never", other)
        return 0


match Always():
    case None:
        print("None")
    case 1:
        print("one")
match Never():
    case 1 | "a":
        print("equal")
    case _:
        print("not equal")
match 1:
    case True:
        print("True")
    case 1.0:
        print("one point zero")
