class Standin:
    def __init__(self, *classes):
        self.classes = classes

    def __mro_entries__(self, bases):
        print("asked with", len(bases))
        return self.classes


class X:
    pass


class Y:
    pass


class A(Standin(X, Y)):
    pass


print(A.__bases__, len(A.__orig_bases__), type(A.__orig_bases__[0]).__name__)


class B(X, Standin()):
    pass


print(B.__bases__)


class Bad:
    def __mro_entries__(self, bases):
        return [int]


try:
    class C(Bad()):
        pass
except TypeError as error:
    print(error)
try:
    type("D", (Standin(X),), {})
except TypeError as error:
    print(error)


class L(list[int]):
    pass


print(L.__bases__, L.__orig_bases__, L([1]))
