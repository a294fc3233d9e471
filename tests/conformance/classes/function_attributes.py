class Mg:
    def get(self):
        pass


print(Mg.__name__, Mg.get.__qualname__, Mg().get.__name__, Mg.get.__module__)
def fn(a,/,b,*,c=1): pass
print(fn.__code__.co_argcount, fn.__code__.co_posonlyargcount, fn.__code__.co_kwonlyargcount, fn.__code__.co_varnames)
import functools
def deco(f):
    @functools.wraps(f)
    def w(*a): "wdoc"; return f(*a)
    return w
@deco
def orig(x): "odoc"; return x
print(orig.__name__, orig.__doc__, orig.__wrapped__.__name__, orig(3))
