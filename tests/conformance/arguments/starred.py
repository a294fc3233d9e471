def f(a):
    return a


def attempt(call):
    try:
        print("fine", call())
    except TypeError as error:
        print(error)


attempt(lambda: f(*1))
attempt(lambda: f(**1))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(*[1], **{"a": 2}))
attempt(lambda: f(a=1, **{"a": 2}))
attempt(lambda: len(*[1, 2]))
attempt(lambda: f(*[], *(5,), **{}))
attempt(lambda: f(*"a"))
attempt(lambda: "a"())
