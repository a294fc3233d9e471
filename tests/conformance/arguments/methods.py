def attempt(function, *args, **kwargs):
    try:
        print("fine", function(*args, **kwargs))
    except TypeError as error:
        print(error)


class C:
    def __init__(self, x): pass
    def m(self, a): pass
    def n(): pass

    @classmethod
    def c(cls, a): pass

    @staticmethod
    def s(a): pass


class Plain:
    pass


attempt(C)
attempt(C, 1, 2)
attempt(C(1).m)
attempt(C(1).m, 1, 2)
attempt(C(1).n)
attempt(C.c)
attempt(C.s)
attempt(C.m)
attempt(C.m, 1)
attempt(Plain, 1)
attempt(Plain, a=1)
