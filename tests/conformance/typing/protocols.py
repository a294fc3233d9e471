from typing import *

@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
class Q(Protocol):
    def quack(self) -> str: ...
class Duck:
    def quack(self): return 'q'
@runtime_checkable
class Closable(Protocol):
    name: str
    def close(self): ...
class File:
    name='f'
    def close(self): pass
print(isinstance([],HasLen), isinstance(3,HasLen), isinstance(File(),Closable), isinstance(Duck(),Closable), issubclass(list,HasLen))
class Impl(Q):
    pass
print(Impl().quack())
