class Even(type):
    def __instancecheck__(cls, instance):
        print("instancecheck", instance)
        return isinstance(instance, int) and instance % 2 == 0

    def __subclasscheck__(cls, subclass):
        print("subclasscheck", subclass.__name__)
        return subclass in (int, float)


class EvenNumber(metaclass=Even):
    pass


print(isinstance(4, EvenNumber), isinstance(3, EvenNumber), isinstance("x", EvenNumber))
print(isinstance(EvenNumber(), EvenNumber))  # exactly that class: nobody is asked
print(issubclass(int, EvenNumber), issubclass(str, EvenNumber))
print(isinstance(4, (str, EvenNumber)), isinstance(4, (str, list)), issubclass(float, (str, EvenNumber)))


class Duck(type):
    def __instancecheck__(cls, instance):
        return 0 if super().__instancecheck__(instance) else getattr(instance, "quacks", False)


class Ducky(metaclass=Duck):
    pass


class Sub(Ducky):
    pass


class Robot:
    quacks = "loudly"


print(isinstance(Robot(), Ducky), isinstance(5, Ducky), isinstance(Sub(), Ducky))


class Pretender:
    @property
    def __class__(self):
        return int


print(isinstance(Pretender(), int), isinstance(Pretender(), str), type(Pretender()).__name__)
for check in (lambda: isinstance(1, 5), lambda: isinstance(1, (str, 5)), lambda: issubclass(1, int),
              lambda: issubclass(int, 5), lambda: issubclass(int, (str, "x"))):
    try:
        check()
    except TypeError as error:
        print(error)
