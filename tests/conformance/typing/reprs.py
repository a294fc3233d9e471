from typing import *

print(List[int], Dict[str, List[int]], Optional[int], Union[int,str], Union[int,None,str], Any, Callable[[int,str],bool], Callable[...,int], Tuple[int,...], Tuple[int,str], Literal[1,'a'], Type[int], Iterable[str], ClassVar[int], Final[int], Annotated[int,'x'], NoReturn, Self)
T=TypeVar('T'); K=TypeVar('K',bound=int); V=TypeVar('V',int,str)
print(T, K.__bound__, V.__constraints__, List[T][int], Dict[K,T], Dict[K,T][int,str], Optional[T][int], List, Dict)
print(get_origin(List[int]), get_args(Dict[str,int]), get_origin(Union[int,str]), get_args(Callable[[int],str]), get_origin(list[int]), get_args(int|str), get_origin(int), get_args(Literal[1]))
print(Union[int,str]==Union[str,int], Union[int,int], List[int]==List[int], hash(List[int])==hash(List[int]), Union[int,Union[str,float]], isinstance([1],List), Optional[int]==Union[int,None], int|T, T|None, List[int]|None, 'X'|T if False else 0)
print(Sequence[int], Mapping[str,int], Iterator[int], Generator[int,None,str], SupportsInt, isinstance(3,SupportsInt), isinstance('',SupportsIndex), AnyStr, Text)
Alias = Dict[str, T]; print(Alias[int], ForwardRef('A'), Literal[1,1,2], Literal['a']==Literal['a'], List['A'], Required[int], NotRequired[str])
P=ParamSpec('P'); print(P, Callable[P,int], P.args, Concatenate[int,P])
