class Vec:
    def __init__(s,*v): s.v=v
    def __add__(s,o): return Vec(*[a+b for a,b in zip(s.v,o.v)])
    def __mul__(s,k): return Vec(*[a*k for a in s.v])
    __rmul__=__mul__
    def __repr__(s): return f'Vec{s.v}'
    def __neg__(s): return s*-1
    def __sub__(s,o): return s+-o
    def __iter__(s): return iter(s.v)
    def __abs__(s): return sum(x*x for x in s.v)**.5
    def __matmul__(s,o): return sum(a*b for a,b in zip(s,o))
    def __bool__(s): return any(s.v)
v=Vec(1,2); v+=Vec(1,1); print(v, 2*v, v*2, -v, v-Vec(1,1), list(v), abs(Vec(3,4)), v@v, bool(Vec(0,0)), [*v], max(v))
