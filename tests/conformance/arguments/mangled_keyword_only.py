# A keyword-only parameter with a private name: its default is found under the mangled one.
class C:
    def f(self, *, __x=1): return __x
    g = lambda self, *, __y=2, __z: (__y, __z)
print(C().f(), C().f(_C__x=3), C.f.__kwdefaults__, C().g(_C__z=3))
