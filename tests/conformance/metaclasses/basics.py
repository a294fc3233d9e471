class Meta(type):
    registry = {}

    def __new__(mcls, name, bases, namespace, **options):
        print("new", name, bases, sorted(k for k in namespace if not k.startswith("__")), options)
        cls = super().__new__(mcls, name, bases, namespace)
        mcls.registry[name] = cls
        return cls

    def __init__(cls, name, bases, namespace, **options):
        print("init", cls.__name__, options)
        super().__init__(name, bases, namespace)
        cls.tag = options.get("tag", "none")


class A(metaclass=Meta):
    x = 1

    def method(self):
        return self.x


class B(A, tag="b"):
    y = 2


print(type(A) is Meta, type(B).__name__, type(Meta) is type)
print(A.tag, B.tag, B().method(), B.y)
print(Meta.registry == {"A": A, "B": B})
print(isinstance(A, Meta), isinstance(A, type), issubclass(Meta, type), isinstance(B(), A))
print(A.__class__, B.__mro__, A.__name__)
print(repr(A), [A, B])

C = Meta("C", (A,), {"z": 3}, tag="c")
print(C.z, C.tag, type(C) is Meta, C.__module__)
D = type("D", (A,), {"w": 4})  # the metaclass of A makes it
print(type(D) is Meta, D.w)
