from enum import Enum, auto, unique


class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


print([member.value for member in Auto])


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name.lower()}{count}{last_values}"

    A = auto()
    B = auto()


print([member.value for member in Named])


class Missing(Enum):
    LOW = 1
    HIGH = 10

    @classmethod
    def _missing_(cls, value):
        if value == "low":
            return cls.LOW
        if value == "wrong":
            return 5
        if value == "raise":
            raise LookupError("no such thing")
        return None


print(Missing("low"))
for value in ("wrong", "none", "raise"):
    try:
        Missing(value)
    except Exception as error:
        print(type(error).__name__, error)


class WithNew(Enum):
    def __new__(cls, value, text):
        member = object.__new__(cls)
        member._value_ = value
        member.text = text
        return member

    A = 1, "one"
    B = 2, "two"


print(WithNew(2), WithNew.A.text, list(WithNew))


def repeated():
    @unique
    class Twice(Enum):
        A = 1
        B = 1
        C = 2
        D = 2


def twice_named():
    class Again(Enum):
        A = 1
        A = 2


def reserved():
    class Sunder(Enum):
        _value_of_ = 1


def mro():
    class Mro(Enum):
        mro = 1


def extended():
    class More(Missing):
        MIDDLE = 5


def order():
    class Ordered(Enum):
        _order_ = "A B"
        B = 1
        A = 2


for define in (repeated, twice_named, reserved, mro, extended, order):
    try:
        define()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Private(Enum):
    _ignore_ = "scratch"
    scratch = 5
    A = 1
    __hidden = 3

    def hidden(self):
        return self.__hidden


print(list(Private), Private.A.hidden(), hasattr(Private, "scratch"))


class Base(Enum):
    def shout(self):
        return self.name + "!"


class Derived(Base):
    X = 1


print(Derived.X.shout(), Derived.X, Derived.__bases__)
