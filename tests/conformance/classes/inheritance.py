"""super(), method resolution order, class and instance attributes."""


class A:
    kind = "a"

    def __init__(self, x):
        self.x = x

    def who(self):
        return ["A"]


class B(A):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y

    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


d = D(1, 2)
print(d.x, d.y, d.kind, d.who(), [c.__name__ for c in D.__mro__])
print(isinstance(d, A), issubclass(D, C), isinstance(d, (int, B)), issubclass(A, D))
A.kind = "changed"
print(d.kind, B.kind)
d.kind = "own"
print(d.kind, D.kind, d.__dict__, vars(A(9)))
try:
    class E(A, D):
        pass
except TypeError as error:
    print(error)
try:
    class F(A, A):
        pass
except TypeError as error:
    print(error)
print(super(B, d).who(), A.who(d), D.who.__qualname__, type(d).__name__, D.__bases__)
