def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)


class Temp:
    def __init__(s,c): s._c=c
    @property
    def c(self): return self._c
    @c.setter
    def c(self,v):
        if v<-273: raise ValueError('cold')
        self._c=v
    f=property(lambda s: s._c*9/5+32, doc='far')
x=Temp(1); x.c=5; print(x.c,x.f,Temp.f.__doc__); t(lambda: setattr(x,'c',-300)); t(lambda: setattr(x,'f',1)); t(lambda: delattr(x,'c'))
class Val:
    def __set_name__(s,o,n): s.n='_'+n
    def __get__(s,i,o): return s if i is None else getattr(i,s.n)
    def __set__(s,i,v):
        if not isinstance(v,int): raise TypeError(f'{s.n[1:]} must be int')
        setattr(i,s.n,v)
class P:
    a=Val(); b=Val()
    def __init__(s,a,b): s.a=a; s.b=b
p=P(1,2); print(p.a,p.b,vars(p)); t(lambda: P('x',1))
class Lazy:
    def __init__(s,f): s.f=f; s.__doc__=f.__doc__
    def __get__(s,i,o=None):
        if i is None: return s
        v=s.f(i); i.__dict__[s.f.__name__]=v; return v
class Q:
    @Lazy
    def big(self): "d"; print('once'); return 42
q=Q(); print(q.big,q.big,Q.big.__doc__)
