def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Desc:
    def __set_name__(self,o,n): print('set_name',o.__name__,n); self.n=n
    def __get__(self,i,o=None): return self if i is None else ('get',getattr(i,'_'+self.n,None))
    def __set__(self,i,v): setattr(i,'_'+self.n,v)
    def __delete__(self,i): print("delete")
class ND:
    def __get__(self,i,o): return 'nd'
class A:
    d=Desc(); n=ND()
a=A(); a.d=5; print(a.d, a.n); a.n='inst'; print(a.n, A.n, type(A.d).__name__); del a.d
class RO:
    def __set__(self,i,v): raise AttributeError('ro')
class NG:
    x=RO()
t(lambda: setattr(NG(),'x',1)); 
class Bad:
    def __set_name__(self,o,n): raise ValueError('boom')
def mk():
    class Q: b=Bad()
t(mk)
class Reg:
    subs=[]
    def __init_subclass__(cls,/,tag=None,**kw): super().__init_subclass__(**kw); cls.tag=tag; Reg.subs.append(cls.__name__)
class S1(Reg,tag='x'): pass
class S2(S1): pass
print(Reg.subs,S1.tag,S2.tag,[c.__name__ for c in Reg.__subclasses__()])
def mk2():
    class S3(Reg,bad=1): pass
t(mk2)
def mk3():
    class S4(x=1): pass
t(mk3)
class CG:
    def __class_getitem__(cls,k): return (cls.__name__,k)
print(CG[1], CG['a',2])
print(A.__dict__.get('zz'), 'd' in A.__dict__, type(A.__dict__).__name__); t(lambda: A.__dict__.__setitem__('x',1))
def tt(): A.__dict__['q']=1
t(tt)
t(lambda: A.nope); t(lambda: setattr(int,'x',1)); t(lambda: A().nope()); t(lambda: int.nope)
A.late=lambda self: 'late'; print(A().late()); del A.late; t(lambda: A().late); t(lambda: delattr(A,'nothing'))
f=A.__init__
print(A.__name__); A.__name__='Z'; print(A.__name__, A); t(lambda: setattr(A,'__name__',5)); 
class Doc:
    "the doc"
print(Doc.__doc__, Doc().__doc__); Doc.__doc__='new'; print(Doc.__doc__)
class Bor:
  pass
class Bor0:
    _s={}
    def __init__(self): self.__dict__=self._s


def deco(cls): cls.extra=1; return cls
@deco
class Dc: pass
print(Dc.extra)
class Outer:
    class Inner:
        def f(self): return __class__.__qualname__
    y=[i for i in range(3)]
    z: int = 5
print(Outer.Inner().f(), Outer.y, Outer.__annotations__, Outer.Inner)
class Cmp:
    def __eq__(self,o): return 'eq'
    def __ne__(self,o): return 'ne'
    def __lt__(self,o): return NotImplemented
    def __gt__(self,o): return 'gt'
print(Cmp()==1, 1==Cmp(), Cmp()!=1, Cmp()<Cmp(), Cmp()>1, 1<Cmp()); t(lambda: Cmp()<1)
class EqOnly:
    def __eq__(self,o): return True
print(EqOnly()!=1, EqOnly()==1, [1,2].count(EqOnly()), EqOnly() in [3])
class OldIter:
    def __getitem__(self,i):
        if i>2: raise IndexError
        return i
print(list(OldIter()), 1 in OldIter(), [*map(str,OldIter())], list(zip(OldIter(),'abc')), max(OldIter())); t(lambda: list(reversed(OldIter()))); t(lambda: len(OldIter()))
print(callable(A), callable(a), callable(len), callable(lambda:0)); t(lambda: a())
print(isinstance(True,int), issubclass(bool,int), isinstance(1,(str,int)), type(type), type(A()), type(None), type(...), type(NotImplemented))
m=a.__init__; print((lambda: 0).__name__, (lambda:0).__qualname__)
from types import MethodType
a.meth=MethodType(lambda self,x: (self is a,x), a); print(a.meth(3)); t(lambda: MethodType(3,a))
f=lambda self: 'bound'; print(f.__get__(a)() , f.__get__(a,A).__self__ is a)
print(str.__get__ if hasattr(str,'__get__') else 'none', hasattr(f,'__get__'), hasattr(A.d,'__set__'))
cp=property(lambda s: 's.v'); A.cp=cp; print(a.cp, cp.__get__(a), cp.__get__(None,A) is cp)
class MyProp(property):
    def __get__(self,i,o=None): return 'my'+str(super().__get__(i,o)) if i else self
class WP:
    @MyProp
    def v(self): return 5
    @v.setter
    def v(self,x): print('set',x)
w=WP(); print(w.v); w.v=3; print(type(WP.v).__name__)
t(lambda: type.__call__(A).n)
print([c.__name__ for c in type.__subclasses__(Reg)], A.__class__, type(A).__name__, object.__bases__, object.__base__)
