class Meta(type):
    def __new__(mcls, name, bases, namespace):
        print("__classcell__" in namespace)
        return super().__new__(mcls, name, bases, namespace)


class A(metaclass=Meta):
    def who(self):
        return __class__.__name__

    def hello(self):
        return "A"


class B(A):
    def hello(self):
        return "B" + super().hello()


class C(A):
    pass


print(A().who(), B().hello(), C().who())
print("__classcell__" in A.__dict__)


class Dropping(type):
    def __new__(mcls, name, bases, namespace):
        namespace = {k: v for k, v in namespace.items() if k != "__classcell__"}
        return super().__new__(mcls, name, bases, namespace)


try:
    class D(metaclass=Dropping):
        def f(self):
            return __class__
except RuntimeError as error:
    print(str(error).replace("__main__.", ""))


class InitSubclass:
    def __init_subclass__(cls, /, kind=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.kind = kind
        print("init_subclass", cls.__name__, kind)


class E(InitSubclass, kind="e"):
    pass


class F(E, metaclass=Meta):
    pass


print(E.kind, F.kind)
