def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Base:
    def who(self): return 'Base'
    @classmethod
    def make(cls): return 'Base.make '+cls.__name__
    @staticmethod
    def st(): return 'st'
    @property
    def prop(self): return 'Base.prop'
class L(Base):
    def who(self): return 'L'+super().who()
class R(Base):
    def who(self): return 'R'+super().who()
class D(L,R):
    def who(self): return 'D'+super().who()
    @classmethod
    def make(cls): return 'D.'+super().make()
    @staticmethod
    def st(): return 's'
    @property
    def prop(self): return 'D.'+super().prop
    def nested(self):
        def inner(): return super(D,self).who()
        return inner()
    def nested2(self):
        f=lambda s: super().who()
        return f(self)
    def comp(self):
        return [super(D,self).who() for _ in range(1)]
    def su(self): return super()
d=D()
print(d.who(), D.make(), d.make(), d.st(), d.prop, d.nested(), d.nested2(), d.comp(), super(L,d).who(), super(L,D).who(d), super(D,D).make(), super(D,d).st())
s=d.su()
t(lambda: super()); 
def outside(): super()
t(outside); t(lambda: super(D, 5).who()); t(lambda: super(5, d)); t(lambda: d.su().nope)
class U(int):
    def __add__(self,o): return U(int(self)+int(o)+100)
    def __repr__(self): return f'U({int(self)})'
    def __new__(cls, v=0, unit='m'): self=super().__new__(cls,v); self.unit=unit; return self
u=U(5,'k'); print(u, u+1, u.unit, u*2, type(u*2), u==5, hash(u)==hash(5), [1,2,3,4,5,6][u], f"{u:03d}", str(u), 1+u)
class St(str):
    def upper(self): return 'UP'+super().upper()
    def __len__(self): return 99
print(St('a').upper(), len(St('a')), St('a')+'b', type(St('a')+'b').__name__, St('x')=='x', {St('k'):1}['k'])
class Li(list):
    def append(self,x): super().append(x*2)
    def __getitem__(self,i): return ('got',super().__getitem__(i))
    def __contains__(self,x): return x=='magic'
    def __repr__(self): return 'Li'+super().__repr__()
l=Li([1]); l.append(5); print(l, l[0], 'magic' in l, 1 in l, list(l), l==[1,10], len(l), l+[3], type(l[0:1]), sorted(l), l.copy())
class Di(dict):
    def __missing__(self,k): return k*2
    def __setitem__(self,k,v): super().__setitem__(k.upper(),v)
    def get(self,k,d=None): return 'G'
di=Di(a=1); di['b']=2; print(di, di['zz'], di.get('a'), 'zz' in di, dict.get(di,'a'), di.setdefault('q',1))
class Se(set):
    def add(self,x): super().add(x+1)
se=Se([1]); se.add(5); print(se, type(se|{9}).__name__, se=={1,6})
class Tu(tuple):
    def __new__(cls,*a): return super().__new__(cls,a)
    @property
    def first(self): return self[0]
print(Tu(1,2), Tu(1,2).first, Tu(1)+(2,), type(Tu(1)+(2,)), hash(Tu(1,2))==hash((1,2)), Tu(1,2)==(1,2))
class Fl(float):
    def __str__(self): return 'Fl!'
print(Fl(1.5), Fl(1.5)*2, repr(Fl(1.5)), Fl('2'), f'{Fl(2.5):.2f}')
class Er(Exception):
    def __init__(self,msg,code): super().__init__(msg); self.code=code
    def __str__(self): return f'{self.args[0]}/{self.code}'
try: raise Er('bad',3)
except Er as e: print(e, repr(e), e.args, e.code)
class V:
    def __init__(s,v): s.v=v
    def __repr__(s): return f'V({s.v})'
    def __add__(s,o): return V(s.v+(o.v if isinstance(o,V) else o)) if isinstance(o,(V,int)) else NotImplemented
    def __radd__(s,o): return V(('r',o,s.v))
    def __iadd__(s,o): s.v+=100; return s
    def __lt__(s,o): return s.v<o.v
    def __eq__(s,o): return isinstance(o,V) and s.v==o.v
    def __matmul__(s,o): return 'mat'
    def __pow__(s,o,m=None): return ('pow',o,m)
    def __rpow__(s,o): return ('rpow',o)
    def __divmod__(s,o): return 'dm'
    def __rdivmod__(s,o): return 'rdm'
    def __neg__(s): return 'neg'
    def __pos__(s): return 'pos'
    def __abs__(s): return 'abs'
    def __invert__(s): return 'inv'
    def __round__(s,n=None): return ('round',n)
    def __trunc__(s): return 'tr'
    def __floor__(s): return 'fl'
    def __ceil__(s): return 'ce'
    def __index__(s): return 3
    def __int__(s): return 33
    def __float__(s): return 3.5
    def __complex__(s): return 1
    def __bool__(s): return False
    def __len__(s): return 4
    def __length_hint__(s): return 9
    def __call__(s,*a,**k): return a,k
    def __format__(s,sp): return 'fmt:'+sp
    def __getitem__(s,i):
        if isinstance(i,slice): return i
        if isinstance(i,tuple): return i
        if i<3: return i*10
        raise IndexError
    def __reversed__(s): return iter('rev')
    def __bytes__(s): return b'by'
    def __enter__(s): return 'in'
    def __exit__(s,*a): return True
a=V(1); b=V(2)
print(a+b, a+1, 5+a, sum([a,b],V(0)), a<b, a>b, a==V(1), a!=V(1), a@b, a**2, pow(a,2,3), 2**a, divmod(a,1), divmod(1,a), -a, +a, abs(a), ~a, round(a), round(a,2))
a+=1; print(a)
import math
print(math.trunc(a), math.floor(a), math.ceil(a), [0,1,2,3][a], int(a), float(a), bool(a), len(a), a(1,k=2), f'{a:x}', format(a), a[1:2], a[1,2], list(a), 20 in a, 99 in a, list(reversed(a)), bytes(a), hex(a), range(10)[a], 'abcdef'[a])
with a as z: print(z); raise ValueError
t(lambda: a+'x'); t(lambda: a-1); t(lambda: 'x'-a); t(lambda: a<5); t(lambda: hash(a)); t(lambda: a<<1)
def isub():
    q=a; q-=1
t(isub)
class Sub(V):
    def __radd__(s,o): return 'sub first'
print(V(1)+Sub(2), Sub(1)+V(2))
class Ctx:
    pass
def w():
    with Ctx(): pass
t(w)
class OnlyLen:
    def __len__(self): return -1
t(lambda: len(OnlyLen())); t(lambda: bool(OnlyLen()))
class BadB:
    def __bool__(self): return 1
    def __len__(self): return 'x'
    def __index__(self): return 'x'
    def __str__(self): return 1
    def __repr__(self): return 1
    def __hash__(self): return 'x'
    def __iter__(self): return 5
    def __contains__(self,x): return 'yes'
    def __format__(self,s): return 1
for f in (bool,len,str,repr,hash,iter,format,lambda x: [1][x], lambda x: 1 in x): t(lambda: f(BadB()))
class It:
    def __init__(s): s.i=0
    def __iter__(s): return s
    def __next__(s):
        s.i+=1
        if s.i>3: raise StopIteration
        return s.i
print(list(It()), sum(It()), max(It()), tuple(It()), [*It()], {*It()}, dict(zip(It(),It())), 2 in It())
p,q,r_=It(); print(p,q,r_)
