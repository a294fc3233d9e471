from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, EnumMeta, EnumType, Flag, IntEnum, member, nonmember, verify


def unique():
    @verify(UNIQUE)
    class X(Enum):
        A = 1
        B = 1


def continuous():
    @verify(CONTINUOUS)
    class X(IntEnum):
        A = 1
        B = 4


def named():
    @verify(NAMED_FLAGS)
    class X(Flag):
        A = 1
        B = 6


for define in (unique, continuous, named):
    try:
        define()
    except ValueError as error:
        print(error)


class Marked(Enum):
    A = nonmember(5)
    B = 1
    C = member(len)


print(list(Marked), Marked.A, Marked.C.value("abc"), EnumMeta is EnumType)


class Operation(Enum):
    ADD = "+"
    SUB = "-"

    def __call__(self, a, b):
        return a + b if self is Operation.ADD else a - b


print(Operation.ADD(1, 2), Operation("-")(5, 3))


class Ordered(Enum):
    LOW = 1
    HIGH = 2

    def __lt__(self, other):
        if self.__class__ is other.__class__:
            return self.value < other.value
        return NotImplemented


print(sorted([Ordered.HIGH, Ordered.LOW]), max(Ordered), Ordered.LOW < Ordered.HIGH)
match Ordered.LOW:
    case Ordered.HIGH:
        print("high")
    case Ordered.LOW:
        print("low")
for action in (lambda: Ordered.LOW < 3, lambda: Ordered(), lambda: Ordered.LOW.missing, lambda: Enum("Twice", "a a")):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
