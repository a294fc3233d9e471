# Every AttributeError that leaves the reading of an attribute knows its object and the name, whoever raised it.
import types
def show(f):
    try: f()
    except AttributeError as e: print(e, '|', e.name, '|', type(e.obj).__name__)
class P:
    @property
    def p(self): raise AttributeError("from getter")
    @property
    def q(self): return self.nothing
    def m(self): raise AttributeError("from method")
class G:
    def __getattr__(self, name): raise AttributeError(f"hook {name}")
class A:
    def __getattribute__(self, name):
        if name == "x": raise AttributeError("own")
        return super().__getattribute__(name)
class S: __slots__ = ("s",)
class D:
    def __get__(self, o, t): raise AttributeError("descr")
class W: d = D()
class M(type):
    def __getattr__(cls, name): raise AttributeError("meta")
class C(metaclass=M): pass
m = types.ModuleType("mod")
m.__getattr__ = lambda name: (_ for _ in ()).throw(AttributeError("module hook"))
class Own(AttributeError): pass
class O:
    def __getattr__(self, name): raise Own("sub")
class V:
    def __getattr__(self, name): raise AttributeError("v", name="given")
class Ro:
    @property
    def r(self): return 1
tests = [lambda: P().p, lambda: P().q, lambda: P().m(), lambda: G().x, lambda: G().x(), lambda: P().p(), lambda: A().x, lambda: A().y, lambda: S().s, lambda: S().t,
  lambda: W().d, lambda: W.d, lambda: C.x, lambda: m.x, lambda: m.x(), lambda: getattr(G(), "dyn"), lambda: getattr(P(), "p"), lambda: getattr(1, "nope"), lambda: O().x, lambda: V().x,
  lambda: None.foo, lambda: P.zork, lambda: super(P, P()).zork, lambda: object.__getattribute__(P(), "zork"), lambda: (1).foo(), lambda: "x".bar(), lambda: [].push(1)]
for t in tests: show(t)
def s1(): object().x = 1
def s2(): del P().x
def s3(): S().t = 1
def s4(): del S().s
def s5(): Ro().r = 1
def s6(): del Ro().r
def s7(): del P.x
def s8(): del m.zork
def s9(): (1).x = 1
def s10(): setattr(S(), "u", 1)
def s11(): delattr(P(), "u")
for t in (s1,s2,s3,s4,s5,s6,s7,s8,s9,s10,s11): show(t)
class WO:
    x = property()
    def _set(self, v): pass
    y = property(None, _set)
show(lambda: WO().x); show(lambda: WO().y)
print(hasattr(G(), "x"), getattr(G(), "x", 5), hasattr(P(), "p"))
