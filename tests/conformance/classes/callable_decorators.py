class Count:
    def __init__(s,f): s.f=f; s.n=0
    def __call__(s,*a): s.n+=1; return s.f(*a)
    def __get__(s,i,o): 
        import types
        return types.MethodType(s,i) if i is not None else s
class R:
    @Count
    def m(self,x): return x
r=R(); r.m(1); print(r.m(2), R.m.n)
