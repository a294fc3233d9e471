class Singleton(type):
    instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls.instances:
            print("making a", cls.__name__)
            cls.instances[cls] = super().__call__(*args, **kwargs)
        return cls.instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, name="default", *, level=0):
        self.name = name
        self.level = level


class Other(Config):
    pass


a = Config("first", level=3)
b = Config("second")
print(a is b, a.name, a.level, b.name)
print(Other() is Other(), Other() is a, Other().name)


class Counting(type):
    def __call__(cls, *args):
        instance = type.__call__(cls, *args)
        cls.made = getattr(cls, "made", 0) + 1
        return instance


class Point(metaclass=Counting):
    def __new__(cls, *args):
        print("new", args)
        return super().__new__(cls)

    def __init__(self, x, y):
        self.x, self.y = x, y


points = [Point(i, i * i) for i in range(3)]
print(Point.made, [p.y for p in points])
try:
    Point(1)
except TypeError as error:
    print(error)


class Refusing(type):
    def __call__(cls, *args):
        raise TypeError(f"{cls.__name__} is not for making instances")


class Static(metaclass=Refusing):
    value = 5


try:
    Static()
except TypeError as error:
    print(error)
print(Static.value, callable(Static))
print(list(map(Config, ["x", "y"]))[0] is a)
