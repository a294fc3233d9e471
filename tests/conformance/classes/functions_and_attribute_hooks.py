def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class A:
    def __init__(self): return 5
t(lambda: A())
t(lambda: object(1))
class B: pass
t(lambda: B(1)); t(lambda: B(x=1)); t(lambda: B().__init__(1)); t(lambda: object().x); t(lambda: setattr(object(),'x',1))
class C:
    @property
    def p(self): "doc p"; return 1
    q = property()
    @p.deleter
    def p(self): print('del')
c=C()
t(lambda: setattr(c,'p',1)); t(lambda: c.q); t(lambda: setattr(c,'q',1)); t(lambda: delattr(c,'q')); del c.p
print(C.p.__doc__, C.p.fget.__name__, C.p.fset, type(C.p).__name__)
def f(a, b=2, *args, c, d=4, **kw):
    "docs"
    x=1
    return x
print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__module__, f.__code__.co_name, f.__code__.co_varnames, f.__code__.co_argcount, f.__closure__, f.__dict__)
f.attr=1; print(f.attr, f.__dict__); f.__defaults__=(9,); t(lambda: f.__annotations__); f.__name__='g'; print(f.__name__); t(lambda: setattr(f,'__name__',3)); t(lambda: f.nope)
def outer():
    v=1
    def inner(): return v
    return inner
i=outer(); print(i.__qualname__, i.__closure__[0].cell_contents, i.__code__.co_freevars)

class D:
    def m(self): pass
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(): pass
d=D()
def r(x): 
    s=repr(x); i=s.find(' at 0x'); return s[:i] if i>=0 else s
print(r(d.m), r(D.m), r(D.cm), r(D.sm), d.m.__self__ is d, d.m.__func__ is D.m, d.m==d.m, d.m is d.m, hash(d.m)==hash(d.m), D.__dict__['cm'].__func__.__name__)
print(D.__bases__, D.__base__, D.__mro__, D.mro(), D.__subclasses__(), D.__module__, D.__qualname__, D.__doc__, D.__dict__['__module__'])
class X: pass
class Y: pass
t(lambda: type('Z',(X,X),{})); t(lambda: type('Z',(object,X),{}))
def mk():
    class P(X,Y): pass
    class Q(Y,X): pass
    class R(P,Q): pass
t(mk)
x=X(); x.a=1; x.__class__=Y; print(type(x).__name__, x.a); t(lambda: setattr(x,'__class__',int)); t(lambda: setattr(x,'__class__',5))
class E:
    def __eq__(self,o): return True
t(lambda: hash(E())); t(lambda: {E():1}); print(E.__hash__)
class G:
    def __getattr__(self,n): return n.upper()
    def __setattr__(self,n,v): print('set',n,v); object.__setattr__(self,n,v)
    def __delattr__(self,n): print('del',n); super().__delattr__(n)
    def __dir__(self): return ['z','a']
g=G(); g.x=1; print(g.x,g.foo,dir(g)); del g.x; print(g.x)
t(lambda: delattr(g,'nope'))
class GA:
    def __getattribute__(self,n):
        if n=='secret': raise AttributeError('no '+n)
        return super().__getattribute__(n)
    def __getattr__(self,n): return 'fallback '+n
ga=GA(); ga.v=3; print(ga.v, ga.secret, ga.other)
class PG:
    @property
    def p(self): raise AttributeError('inner')
    def __getattr__(self,n): return 'asked '+n
print(PG().p)
class PH:
    @property
    def p(self): raise AttributeError('inner')
t(lambda: PH().p); print(hasattr(PH(),'p'), getattr(PH(),'p',7))
