from typing import *

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
