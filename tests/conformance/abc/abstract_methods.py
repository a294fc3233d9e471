from abc import ABC, ABCMeta, abstractmethod, update_abstractmethods


class Shape(ABC):
    @abstractmethod
    def area(self):
        return 0

    @abstractmethod
    def name(self):
        ...

    def describe(self):
        return f"{self.name()}: {self.area()}"


class Half(Shape):
    def area(self):
        return 5


class Square(Half):
    def __init__(self, side):
        self.side = side

    def area(self):
        return super().area() + self.side ** 2

    def name(self):
        return "square"


for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
print(Square(3).describe())
print(sorted(Shape.__abstractmethods__), Half.__abstractmethods__, Square.__abstractmethods__)
print(type(Shape) is ABCMeta, isinstance(Square(1), Shape), issubclass(Half, Shape))


class Kinds(metaclass=ABCMeta):
    @property
    @abstractmethod
    def value(self):
        ...

    @classmethod
    @abstractmethod
    def make(cls):
        ...

    @staticmethod
    @abstractmethod
    def helper():
        ...

    @property
    def both(self):
        ...

    @both.setter
    @abstractmethod
    def both(self, value):
        ...


try:
    Kinds()
except TypeError as error:
    print(error)


class Done(Kinds):
    value = 1
    both = 2

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def helper():
        return "help"


print(Done.make().value, Done.helper())
print(Kinds.value.__isabstractmethod__, Kinds.__dict__["make"].__isabstractmethod__, Kinds.area if hasattr(Kinds, "area") else None)


class Later(ABC):
    @abstractmethod
    def f(self):
        ...


class Filled(Later):
    pass


Filled.f = lambda self: "filled in"
try:
    Filled()
except TypeError as error:
    print(error)
print(update_abstractmethods(Filled) is Filled, Filled().f())


class Plain:
    @abstractmethod
    def f(self):
        return "without ABCMeta nothing is checked"


print(Plain().f())


class WithNew(ABC):
    def __new__(cls, *args):
        return super().__new__(cls)

    @abstractmethod
    def f(self):
        ...


try:
    WithNew(1)
except TypeError as error:
    print(error)
