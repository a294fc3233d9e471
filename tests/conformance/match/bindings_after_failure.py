# A pattern binds its names once it has matched as a whole, before its guard is asked.
x = y = "unset"
match [1, 2]:
    case [x, 3]:
        print("no")
    case _:
        print(x)
match [1, 2]:
    case [x, y] if False:
        print("no")
    case _:
        print(x, y)


def local():
    match 5:
        case str(z):
            pass
    return z


local()
