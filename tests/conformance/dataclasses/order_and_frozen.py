from dataclasses import FrozenInstanceError, dataclass, field


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False, repr=False)


print(Version(1) < Version(1, 1), Version(2) > Version(1, 9), sorted([Version(3), Version(1), Version(2)]), max(Version(1), Version(2)))
print(Version(1, note="a") == Version(1, note="b"), Version(1) <= Version(1), Version(1) >= Version(2))
try:
    Version(1) < 5
except TypeError as error:
    print(error)


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0
    length: int = field(init=False, hash=False)

    def __post_init__(self):
        object.__setattr__(self, "length", abs(self.x) + abs(self.y))


p = Point(3, -4)
print(p, hash(p) == hash(Point(3, -4)), {p: "found"}[Point(3, -4)], p.length)
for action in (lambda: setattr(p, "x", 1), lambda: delattr(p, "y"), lambda: setattr(p, "new", 1)):
    try:
        action()
    except FrozenInstanceError as error:
        print(type(error).__mro__[1].__name__, error)


@dataclass(unsafe_hash=True)
class Hashed:
    x: int = 1
    y: int = field(default=2, hash=False)


print(hash(Hashed()) == hash((1,)), Hashed.__hash__ is not None)


def thaw():
    @dataclass
    class Thawed(Point):
        z: int = 0


def freeze():
    @dataclass(frozen=True)
    class Frozen(Version):
        z: int = 0


def own_order():
    @dataclass(order=True)
    class Own:
        x: int

        def __lt__(self, other):
            return True


def no_eq():
    @dataclass(order=True, eq=False)
    class NoEq:
        x: int


def late_default():
    @dataclass
    class Late:
        x: int = 1
        y: int


def mutable():
    @dataclass
    class Mutable:
        x: list = []


def untyped():
    @dataclass
    class Untyped:
        x = field()


def both():
    field(default=1, default_factory=list)


for define in (thaw, freeze, own_order, no_eq, late_default, mutable, untyped, both):
    try:
        define()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
