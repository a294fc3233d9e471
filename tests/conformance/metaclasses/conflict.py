class M1(type):
    pass


class M2(type):
    pass


class A(metaclass=M1):
    pass


class B(metaclass=M2):
    pass


try:
    class C(A, B):
        pass
except TypeError as error:
    print(error)


class Both(M1, M2):
    pass


class C(A, B, metaclass=Both):
    pass


print(type(C).__name__)


class D(C, metaclass=M1):  # the most derived one is taken
    pass


print(type(D).__name__)
try:
    type.__new__(M2, "E", (A,), {})
except TypeError as error:
    print(error)
try:
    M1("F", "no tuple", {})
except TypeError as error:
    print(error)
try:
    M1(5, (), {})
except TypeError as error:
    print(error)
try:
    M1("F", (), [])
except TypeError as error:
    print(error)
try:
    M1("F")
except TypeError as error:
    print(error)
try:
    type("F", ())
except TypeError as error:
    print(error)
try:
    type("F", (3,), {})
except TypeError as error:
    print(error)
print(type("G", (), {"x": 1}).x, type(5))
