class A:
    __slots__ = ("a",)


class B(A):
    __slots__ = ("b",)


class C(A):
    pass


class D(A):
    __slots__ = ("d", "__dict__")


b = B()
b.a, b.b = 1, 2
print(b.a, b.b, hasattr(b, "__dict__"))
try:
    b.c = 3
except AttributeError as error:
    print(error)
c = C()
c.a, c.other = 1, 2
print(c.a, c.other, c.__dict__)
d = D()
d.a, d.d, d.free = 1, 2, 3
print(d.a, d.d, d.free, d.__dict__)


class Private:
    __slots__ = ("__secret", "_open")

    def __init__(self):
        self.__secret = 1
        self._open = 2

    def secret(self):
        return self.__secret


print(Private().secret(), Private._Private__secret)


class Sub(list):
    __slots__ = ("name",)


s = Sub([1, 2])
s.name = "s"
print(s, s.name)
try:
    s.other = 1
except AttributeError as error:
    print(error)


class Pair(tuple):
    __slots__ = ()

    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))


pair = Pair(1, 2)
print(pair, pair[0])
try:
    pair.x = 1
except AttributeError as error:
    print(error)


class Mixin:
    __slots__ = ()


class E(B, Mixin):
    __slots__ = ()


e = E()
e.a = 7
print(e.a)


class Dict:
    __slots__ = {"x": "the x", "y": "the y"}


v = Dict()
v.x = 1
print(v.x, sorted(Dict.__slots__))
