from typing import *

T = TypeVar('T')
K = TypeVar('K', bound=int)
V = TypeVar('V', int, str)
class Stack(Generic[T]):
    def __init__(self): self.items=[]
    def push(self, x: T) -> None: self.items.append(x)


class Named(NamedTuple):
    x: int


class Q(Protocol):
    def quack(self): ...


for f in (lambda: isinstance(1,Q), lambda: Q(), lambda: isinstance([], List[int]), lambda: List[int,str], lambda: Union[()], lambda: Optional[int,str], lambda: Any(), lambda: isinstance(1,Any), lambda: List(), lambda: Stack[int,str], lambda: TypeVar('X',int), lambda: Named(), lambda: List[int][str], lambda: Literal, lambda: Union()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
