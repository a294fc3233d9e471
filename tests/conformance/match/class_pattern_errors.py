class Wrong:
    __match_args__ = ["x"]


class NoStrings:
    __match_args__ = (1,)


class Plain:
    x = 1


class One:
    __match_args__ = ("x",)
    x = 1


def attempt(value, number):
    try:
        match value:
            case Wrong(x) if number == 0:
                pass
            case NoStrings(x) if number == 1:
                pass
            case Plain(x):
                pass
            case One(x, y):
                pass
            case str(a, b):
                pass
            case One(1, x=1):
                pass
            case len():
                pass
    except TypeError as error:
        print(error)


attempt(Wrong(), 0)
attempt(NoStrings(), 1)
attempt(Plain(), 2)
attempt(One(), 3)
attempt("text", 4)
attempt(5, 5)
try:
    match One():
        case One(1, x=1):
            print("twice")
except TypeError as error:
    print(error)
