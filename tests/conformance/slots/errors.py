class A:
    __slots__ = ("a",)


class B:
    __slots__ = ("b",)


class Plain:
    pass


def both():
    class C(A, B):
        pass


def default():
    class C:
        __slots__ = ("x",)
        x = 1


def number():
    class C:
        __slots__ = (1, 2)


def words():
    class C:
        __slots__ = ("not a name",)


def in_int():
    class C(int):
        __slots__ = ("x",)


def in_tuple():
    class C(tuple):
        __slots__ = ("x",)


def two_dicts():
    class C(Plain):
        __slots__ = ("__dict__",)


def not_iterable():
    class C:
        __slots__ = 5


for define in (both, default, number, words, in_int, in_tuple, two_dicts, not_iterable):
    try:
        define()
        print("fine")
    except (TypeError, ValueError) as error:
        print(define.__name__, type(error).__name__, error)


class ReadOnly:
    __slots__ = ("_x",)

    def __init__(self, x):
        object.__setattr__(self, "_x", x)

    def __setattr__(self, name, value):
        raise AttributeError(f"{name} is read-only")


r = ReadOnly(5)
print(r._x)
try:
    r._x = 6
except AttributeError as error:
    print(error)
