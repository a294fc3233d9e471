from typing import *
print(List[int], Dict[str, List[int]], Optional[int], Union[int,str], Union[int,None,str], Any, Callable[[int,str],bool], Callable[...,int], Tuple[int,...], Tuple[int,str], Literal[1,'a'], Type[int], Iterable[str], ClassVar[int], Final[int], Annotated[int,'x'], NoReturn, Self)
T=TypeVar('T'); K=TypeVar('K',bound=int); V=TypeVar('V',int,str)
print(T, K.__bound__, V.__constraints__, List[T][int], Dict[K,T], Dict[K,T][int,str], Optional[T][int], List, Dict)
class Stack(Generic[T]):
    def __init__(self): self.items=[]
    def push(self, x: T) -> None: self.items.append(x)
s=Stack[int](); s.push(1); print(s.items, Stack[int], Stack.__parameters__, Stack.__orig_bases__, s.__orig_class__, Stack[int].__args__)
class Pair(Generic[K,V]): pass
class Sub(Stack[int]): pass
print(Pair[int,str], Sub.__mro__, Sub().items, Pair.__parameters__)
class Named(NamedTuple):
    x: int
    y: str = 'q'
    def both(self): return self.x, self.y
n=Named(1); print(n, n.both(), Named._fields, Named._field_defaults, Named.__annotations__, n==(1,'q'), n._replace(x=5), n._asdict())
P2=NamedTuple('P2',[('a',int),('b',int)]); print(P2(1,2), P2.__annotations__)
class TD(TypedDict):
    a: int
    b: str
class TD2(TD, total=False):
    c: int
d=TD(a=1,b='x'); print(d, type(d), TD.__annotations__, TD2.__required_keys__==frozenset('ab'), TD2.__optional_keys__, TD.__total__)
M=TypedDict('M',{'x':int}); print(M(x=1), M.__annotations__)
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
for f in (lambda: isinstance(1,Q), lambda: Q(), lambda: isinstance([], List[int]), lambda: List[int,str], lambda: Union[()], lambda: Optional[int,str], lambda: Any(), lambda: isinstance(1,Any), lambda: List(), lambda: Stack[int,str], lambda: TypeVar('X',int), lambda: Named(), lambda: List[int][str], lambda: Literal, lambda: Union()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def f(a:int, b:'str'=None, *c:List['int'], d:Optional['Stack']=None)->'bool': pass
print(get_type_hints(f), f.__annotations__)
class H:
    x: 'int'
    y: ClassVar['str']
    z: Annotated[int, 'm']
print(get_type_hints(H), get_type_hints(H, include_extras=True))
print(get_origin(List[int]), get_args(Dict[str,int]), get_origin(Union[int,str]), get_args(Callable[[int],str]), get_origin(list[int]), get_args(int|str), get_origin(int), get_args(Literal[1]))
UserId=NewType('UserId',int); print(UserId(5), UserId, UserId.__supertype__)
@overload
def g(x:int)->int: ...
@overload
def g(x:str)->str: ...
def g(x): return x
print(g(3), cast(str,3), TYPE_CHECKING, len(get_overloads(g)), final(Duck) is Duck)
print(Union[int,str]==Union[str,int], Union[int,int], List[int]==List[int], hash(List[int])==hash(List[int]), Union[int,Union[str,float]], isinstance([1],List), Optional[int]==Union[int,None], int|T, T|None, List[int]|None, 'X'|T if False else 0)
print(Sequence[int], Mapping[str,int], Iterator[int], Generator[int,None,str], SupportsInt, isinstance(3,SupportsInt), isinstance('',SupportsIndex), AnyStr, Text)
Alias = Dict[str, T]; print(Alias[int], ForwardRef('A'), Literal[1,1,2], Literal['a']==Literal['a'], List['A'], Required[int], NotRequired[str])
P=ParamSpec('P'); print(P, Callable[P,int], P.args, Concatenate[int,P])
def fr(x: "Undefined"): pass
try: get_type_hints(fr)
except NameError as e: print(e)
assert_never
