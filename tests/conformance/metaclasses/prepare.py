class Ordered(type):
    @classmethod
    def __prepare__(mcls, name, bases, **options):
        print("prepare", name, bases, options)
        return {"injected": 42}

    def __new__(mcls, name, bases, namespace, **options):
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)


class A(metaclass=Ordered, flag=True):
    doubled = injected * 2


print(A.injected, A.doubled)


class NoDuplicates(dict):
    def __setitem__(self, key, value):
        if key in self:
            raise TypeError(f"{key!r} is there already")
        super().__setitem__(key, value)


class Strict(type):
    def __prepare__(name, bases):
        return NoDuplicates()

    def __new__(mcls, name, bases, namespace):
        return super().__new__(mcls, name, bases, dict(namespace))


class Fine(metaclass=Strict):
    def a(self):
        return "a"

    b = 2


print(Fine().a(), Fine.b)
try:
    class Bad(metaclass=Strict):
        def a(self):
            pass

        def a(self):
            pass
except TypeError as error:
    print(error)


class Auto(dict):
    def __init__(self):
        super().__init__()
        self.count = 0

    def __missing__(self, key):
        if key.startswith("__"):
            raise KeyError(key)
        self[key] = value = self.count
        self.count += 1
        return value


class AutoMeta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return Auto()


class Colours(metaclass=AutoMeta):
    RED
    GREEN
    BLUE = 10
    VIOLET


print(Colours.RED, Colours.GREEN, Colours.BLUE, Colours.VIOLET)
try:
    class Unknown(metaclass=Strict):
        print(undefined_name)
except NameError as error:
    print(error)
try:
    class Deleting(metaclass=Strict):
        x = 1
        del x
        del x
except NameError as error:
    print(error)


class Wrong(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return 5


try:
    class C(metaclass=Wrong):
        pass
except TypeError as error:
    print(error)


def factory(name, bases, namespace, **options):
    return name, bases, sorted(namespace), options


class NotAClass(int, metaclass=factory, k=1):
    a = 1


print(NotAClass)
