# Who evaluates annotations that are text, and who looks at their text.
from __future__ import annotations

import dataclasses
import inspect
import typing
from dataclasses import KW_ONLY, InitVar, dataclass, field
from functools import singledispatch
from typing import Any, ClassVar, Generic, NamedTuple, Optional, TypedDict, TypeVar, Union

T = TypeVar("T")


@dataclass
class Node:
    value: int
    next: Node | None = None
    count: ClassVar[int] = 0
    other: typing.ClassVar = 0
    start: InitVar[int] = 1
    also: dataclasses.InitVar[int] = 2
    _: KW_ONLY
    names: list[str] = field(default_factory=list)

    def __post_init__(self, start, also):
        self.value += start + also


print(Node(1, Node(2), names=["x"]), [f.name for f in dataclasses.fields(Node)], [f.type for f in dataclasses.fields(Node)])
print(inspect.signature(Node))
print(Node.__init__.__annotations__)
print(Node.__annotations__)


def function(a: int, b: Optional[Node] = None, *c: list[T], d: "str" = "x") -> Union[int, None]:
    pass


print(inspect.signature(function))
print(inspect.signature(function, eval_str=True))
print(inspect.get_annotations(function))
print(inspect.get_annotations(function, eval_str=True))
print(typing.get_type_hints(function))
print(typing.get_type_hints(Node)["next"], typing.get_type_hints(Node)["names"])


class Point(NamedTuple):
    x: int
    y: list[int] = []


class Movie(TypedDict, total=False):
    title: str
    year: int


class Container(Generic[T]):
    item: T
    boxes: list[Container[T]]

    def get(self) -> T: ...


print(Point(1), Point.__annotations__)
print(typing.get_type_hints(Point))
print(Movie.__annotations__, typing.get_type_hints(Movie))
print(Container.__annotations__, typing.get_type_hints(Container), typing.get_type_hints(Container.get))


@singledispatch
def kind(value) -> str:
    return "something"


@kind.register
def _(value: int) -> str:
    return "int"


@kind.register
def _(value: list) -> str:
    return "list"


print(kind(1), kind([]), kind("x"))


def missing(a: Nowhere) -> Any: ...


print(inspect.signature(missing))
for look in (typing.get_type_hints, lambda f: inspect.signature(f, eval_str=True)):
    try:
        look(missing)
    except NameError as error:
        print(error)
