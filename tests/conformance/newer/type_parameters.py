# PEP 695 and 696: type parameters and type aliases (3.12, 3.13).
# compare: pyodide
from typing import Generic


def first[T](items: list[T], default: T | None = None) -> T:
    return items[0] if items else default


print(first([3, 4]), first.__name__, first.__qualname__, first.__type_params__)
print(first.__annotations__["items"])


class Stack[T, **P = [int]]:
    kind = "stack"

    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop[U](self, default: U) -> T | U:
        return self.items.pop() if self.items else default


stack = Stack()
stack.push(1)
print(stack.pop(None), stack.pop("empty"), Stack.__type_params__, Stack.__mro__[1:] == (Generic, object))
print(Stack.pop.__qualname__, Stack.kind, issubclass(Stack, Generic))


def bounded[T: (int, str), S: object = int](value: T) -> S:
    return value


T, S = bounded.__type_params__
print(T.__constraints__, S.__bound__, S.__default__)

type Pair[A] = tuple[A, A]
type Number = int | float
print(Pair, Pair.__type_params__, Pair.__value__, Number.__value__, Number.__name__)
type = 3
print(type)


def counted(function):
    function.calls = 1
    return function


@counted
def decorated[T](x: T) -> T:
    def inner():
        return T
    return inner().__name__


print(decorated(1), decorated.calls)
