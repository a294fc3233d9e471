from dataclasses import asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)
    kind: ClassVar[str] = "thing"

    def total(self, n):
        return self.price * n


a = Item("a")
b = Item("a", 1.5, [])
print(a, a == b, a != Item("b"), a.total(2), Item.kind, Item.price, hasattr(Item, "name"), hasattr(Item, "tags"))
a.tags.append(1)
print(a, b, Item.__match_args__, Item.__doc__)
print([f.name for f in fields(Item)], fields(a)[1].default, fields(a)[0].type, is_dataclass(Item), is_dataclass(a), is_dataclass(3))
print(asdict(a), astuple(a), replace(a, price=9))
print(Item.__init__.__qualname__, Item.__repr__.__qualname__, Item.__eq__(a, 5))
for action in (lambda: Item(), lambda: Item("a", 1, [], 4), lambda: Item("a", z=1), lambda: Item("a", name="b"),
               lambda: hash(a), lambda: a < b, lambda: fields(3), lambda: asdict(Item), lambda: replace(3)):
    try:
        print(action())
    except TypeError as error:
        print(error)


@dataclass
class Base:
    x: int
    y: int = 2


@dataclass
class Derived(Base):
    z: str = "z"
    x: int = 7

    def __post_init__(self):
        self.sum = self.x + self.y


print(Derived(), Derived(1, 2, "q").sum, Base(1) == Derived(1), fields(Derived)[0].default)


@dataclass
class Outer:
    item: Item
    items: dict = field(default_factory=dict)


outer = Outer(Item("x"), {"k": [Item("y")]})
copied = asdict(outer)
copied["items"]["k"].append(1)
print(copied, outer, astuple(outer))


@dataclass
class Selfish:
    x: object = None


s = Selfish()
s.x = s
print(s)


@dataclass(repr=False, eq=False)
class Plain:
    x: int = 1

    def __repr__(self):
        return "plain"


print(Plain(), Plain() == Plain(), len({Plain(), Plain()}))
