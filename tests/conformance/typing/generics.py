from typing import *

T = TypeVar('T')
K = TypeVar('K', bound=int)
V = TypeVar('V', int, str)
class Stack(Generic[T]):
    def __init__(self): self.items=[]
    def push(self, x: T) -> None: self.items.append(x)
s=Stack[int](); s.push(1); print(s.items, Stack[int], Stack.__parameters__, Stack.__orig_bases__, s.__orig_class__, Stack[int].__args__)
class Pair(Generic[K,V]): pass
class Sub(Stack[int]): pass
print(Pair[int,str], Sub.__mro__, Sub().items, Pair.__parameters__)
