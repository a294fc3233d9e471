from typing import *

class Duck: pass
UserId=NewType('UserId',int); print(UserId(5), UserId, UserId.__supertype__)
@overload
def g(x:int)->int: ...
@overload
def g(x:str)->str: ...
def g(x): return x
print(g(3), cast(str,3), TYPE_CHECKING, len(get_overloads(g)), final(Duck) is Duck)
