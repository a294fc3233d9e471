from enum import Enum


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1  # an alias

    def describe(self):
        return f"{self.name} is {self.value}"

    @property
    def shade(self):
        return self._value_ * 100

    @classmethod
    def favourite(cls):
        return cls.GREEN

    @staticmethod
    def count():
        return len(Color)


print(Color.RED, repr(Color.RED), f"{Color.RED}", f"{Color.RED:>12}|", "%s" % Color.RED)
print(Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON, Color.CRIMSON is Color.RED)
print(list(Color), len(Color), list(reversed(Color)), Color.RED in Color)
print(Color.RED.describe(), Color.BLUE.shade, Color.favourite(), Color.count())
print(Color.RED == Color.RED, Color.RED != Color.BLUE, Color.RED == 1, Color.RED is Color(1), Color.RED.GREEN)
print({Color.RED: "r"}[Color.RED], hash(Color.RED) == hash("RED"), bool(Color.RED), isinstance(Color.RED, Color))
print(type(Color), type(Color.RED), Color, Color.__members__, Color.__mro__, Enum)
print([name for name in dir(Color) if not name.startswith("__")])
for action in (lambda: Color(9), lambda: Color["PINK"], lambda: Color.PINK, lambda: Color.RED < Color.BLUE,
               lambda: setattr(Color, "RED", 5), lambda: delattr(Color, "RED"),
               lambda: setattr(Color.RED, "value", 2), lambda: setattr(Color.RED, "name", "x")):
    try:
        print(action())
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Planet(Enum):
    MERCURY = (3.3, 2.4)
    EARTH = (6.0, 6.4)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    def __str__(self):
        return self.name.title()


print(Planet.EARTH.mass, Planet.MERCURY.value, Planet.EARTH, f"{Planet.EARTH}", Planet((6.0, 6.4)))


class Unhashable(Enum):
    LIST = [1]
    DICT = {"a": 1}


print(Unhashable([1]), Unhashable.DICT.value)
