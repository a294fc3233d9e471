from enum import Enum, IntEnum, StrEnum, auto


class Level(IntEnum):
    LOW = 1
    HIGH = 3


print(repr(Level.LOW), str(Level.LOW), f"{Level.LOW}", "%d %s" % (Level.LOW, Level.HIGH), format(Level.HIGH, "03d"))
print(Level.LOW + 1, Level.LOW < Level.HIGH, Level.HIGH == 3, Level(3), isinstance(Level.LOW, int), Level.LOW.real)
print([10, 20, 30][Level.LOW], {Level.LOW: "x"}[1], sorted(Level, reverse=True), max(Level), sum(Level))
print(Level.__mro__, Level.HIGH.name, Level.HIGH.value, int(Level.HIGH), bool(Level.LOW))


class Word(StrEnum):
    A = auto()
    Both = auto()
    C = "see"


print(repr(Word.A), str(Word.Both), f"{Word.C}", Word.A == "a", Word.C.upper(), "%s" % Word.A, Word("see"), len(Word.C))
print(", ".join(Word), isinstance(Word.A, str), {"a": 1}[Word.A])


class Text(str, Enum):
    X = "ex"


print(str(Text.X), repr(Text.X), Text.X == "ex", Text.X.value, Text.X.upper())


class Number(float, Enum):
    HALF = 0.5


print(Number.HALF * 2, repr(Number.HALF), Number(0.5))


class Pair(tuple, Enum):
    ONE = (1, 2)


print(Pair.ONE, Pair.ONE[1], repr(Pair.ONE))
for make in (lambda: Level(2), lambda: Word("none"), lambda: StrEnum("Bad", [("a", 1)])):
    try:
        make()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
