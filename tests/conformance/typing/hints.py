from typing import *

T = TypeVar('T')
K = TypeVar('K', bound=int)
V = TypeVar('V', int, str)
class Stack(Generic[T]):
    pass


def f(a:int, b:'str'=None, *c:List['int'], d:Optional['Stack']=None)->'bool': pass
print(get_type_hints(f), f.__annotations__)
class H:
    x: 'int'
    y: ClassVar['str']
    z: Annotated[int, 'm']
print(get_type_hints(H), get_type_hints(H, include_extras=True))
def fr(x: "Undefined"): pass
try: get_type_hints(fr)
except NameError as e: print(e)
