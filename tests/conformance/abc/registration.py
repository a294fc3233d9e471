from abc import ABC, get_cache_token


class Drawable(ABC):
    pass


class Sub(Drawable):
    pass


class Picture:
    pass


class Framed(Picture):
    pass


print(issubclass(Picture, Drawable), isinstance(Framed(), Drawable))
before = get_cache_token()
print(Drawable.register(Picture) is Picture, get_cache_token() != before)
print(issubclass(Picture, Drawable), isinstance(Framed(), Drawable), Drawable in Picture.__mro__)
print(issubclass(Picture, Sub), isinstance(Picture(), Sub))


@Sub.register
class Decorated:
    pass


print(isinstance(Decorated(), Drawable), isinstance(Decorated(), Sub))
Drawable.register(int)
print(isinstance(True, Drawable), issubclass(float, Drawable), isinstance(3, (str, Drawable)))
for action in (lambda: Drawable.register(5), lambda: Sub.register(Drawable), lambda: issubclass(5, Drawable)):
    try:
        action()
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Quacks and any("quack" in base.__dict__ for base in other.__mro__):
            return True
        return NotImplemented


class Duck:
    def quack(self):
        return "quack"


class Loud(Quacks):
    pass


print(isinstance(Duck(), Quacks), isinstance(5, Quacks), issubclass(Duck, Loud))
