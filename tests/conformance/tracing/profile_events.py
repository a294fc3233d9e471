"""A profile function is told of calls and returns, also of builtin functions; not of lines, not of classes."""
import sys
def name(x):
    return getattr(x, "__qualname__", repr(x))

def prof(frame, event, arg):
    if event.startswith("c_"): arg = name(arg)
    log.append((frame.f_code.co_name, frame.f_lineno, event, arg))
def f(x):
    return len(x) + abs(-1)
def g():
    yield 1
    yield 2
def h():
    [].append(1)
    int("3")
    "a,b".split(",")
    sorted([2, 1], key=lambda v: v)
    try:
        len(5)
    except TypeError:
        pass
    for x in g(): pass
    print(*[], end="")
    dict(a=1)
    [].append
    m = [].append
    m(2)
    list.append([], 1)
log = []
sys.setprofile(prof)
f("ab")
h()
sys.setprofile(None)
for l in log: print(*l)
