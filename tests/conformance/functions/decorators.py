"""Decorators: order, arguments, on classes and methods."""


def trace(name):
    print("make", name)

    def decorate(function):
        print("apply", name)

        def wrapper(*args, **kwargs):
            print("call", name)
            return function(*args, **kwargs)

        return wrapper

    return decorate


@trace("outer")
@trace("inner")
def add(a, b):
    """Adds."""
    return a + b


print(add(1, b=2))


def register(cls):
    cls.registered = True
    return cls


@register
class Thing:
    @staticmethod
    def static(x):
        return x * 2

    @classmethod
    def make(cls, *args):
        return cls.__name__, args

    @property
    def size(self):
        return self._size

    @size.setter
    def size(self, value):
        if value < 0:
            raise ValueError("negative")
        self._size = value

    @size.deleter
    def size(self):
        del self._size


t = Thing()
t.size = 3
print(t.size, Thing.registered, Thing.static(4), t.static(5), Thing.make(1), t.make(2))
try:
    t.size = -1
except ValueError as error:
    print(error, t.size)
del t.size
try:
    t.size
except AttributeError as error:
    print(error)
