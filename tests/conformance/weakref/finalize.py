"""finalize: called when the object goes, or at the end."""
import gc
import weakref


class Resource:
    pass


r = Resource()
f = weakref.finalize(r, print, 'finalized', 1, sep=': ')
print(f.alive, f.peek()[2], f.atexit)
del r
gc.collect()
print(f.alive, f(), f.peek(), f.detach())
s = Resource()
g = weakref.finalize(s, print, 'called by hand')
g()
g()
h = weakref.finalize(s, print, 'never')
print(h.detach()[1] is print, h.alive)
last = weakref.finalize(s, print, 'at the end')
late = weakref.finalize(s, print, 'first at the end')
not_then = weakref.finalize(s, print, 'not at the end')
not_then.atexit = False
