from dataclasses import KW_ONLY, InitVar, dataclass, field, make_dataclass, replace


@dataclass(slots=True)
class Slotted:
    x: int
    y: int = 5


s = Slotted(1)
print(s, Slotted.__slots__, hasattr(s, "__dict__"))
try:
    s.z = 1
except AttributeError as error:
    print(error)


@dataclass(kw_only=True)
class Keywords:
    a: int
    b: int = 2


@dataclass
class Partly:
    a: int
    _: KW_ONLY
    b: int = 3
    c: int


print(Keywords(a=1), Partly(1, c=2), Partly.__match_args__)
for make in (lambda: Keywords(1), lambda: Partly(1, 2), lambda: Partly(1)):
    try:
        make()
    except TypeError as error:
        print(error)


@dataclass
class WithInit:
    x: int
    factor: InitVar[int] = 2
    product: int = field(init=False)

    def __post_init__(self, factor):
        self.product = self.x * factor


print(WithInit(3), WithInit(3, 5), replace(WithInit(3), x=4, factor=10))
try:
    replace(WithInit(1), product=3)
except ValueError as error:
    print(error)
Made = make_dataclass("Made", [("x", int), "y", ("z", int, field(default=5))], namespace={"add": lambda self: self.x + self.z})
print(Made(1, 2), Made(1, 2).add(), Made.__annotations__)


@dataclass
class Described:
    x: int = field(default=1, metadata={"unit": "m"})


print(Described.__dataclass_fields__["x"].metadata["unit"], Described().x)

match Described(4):
    case Described(x):
        print("matched", x)


@dataclass
class InStrings:
    a: "int" = 1
    b: "InitVar[int]" = 2
    _: "KW_ONLY"
    c: "list[int]" = None

    def __post_init__(self, b):
        self.sum = self.a + b


print(InStrings(1, 5, c=[1]).sum, InStrings())
for names in (["1a"], ["a", "a"], ["class"]):
    try:
        make_dataclass("Bad", names)
    except TypeError as error:
        print(error)
