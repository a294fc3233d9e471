# unbound / del corner cases
def t(f,*a):
    try: r=f(*a); print('ok', r)
    except BaseException as e: print(type(e).__name__, e)
def a():
    x=1
    del x
    return x
def b():
    for i in []: pass
    return i
def c(flag):
    if flag: y=1
    print(y); return y
def d():
    x=1
    def g(): return x
    del x
    return g()
def e():
    def g():
        nonlocal x
        del x
    x=1; g(); return x
def f():
    with open_nothing() as z: pass
def g():
    try: raise ValueError
    except ValueError as z: pass
    return z
def h():
    while True:
        try:
            w = 1
            del w
            break
        finally: pass
    return w
def i():
    del q
def j():
    import sys as s
    del s
    return s
def k():
    [zz for zz in range(3)]
    return zz
def l():
    x = x + 1
def m():
    x += 1
def n():
    global notthere
    del notthere
def o():
    try:
        raise KeyError
    except KeyError as x:
        del x
    return 1
def p():
    for x in range(3):
        if x == 1: del x; break
    return x
def q():
    match 5:
        case int(v): del v
    return v
def r():
    x = [1]
    for x[0] in range(3): pass
    return x
def s():
    if (y := 0): pass
    del y
    return y
def u():
    lst=[1,2,3]
    del lst[0], lst[0]
    a, *b = lst
    return a, b
def v():
    try:
        x = 1/0
    except ZeroDivisionError: pass
    return x
def w():
    class Q:
        x = 1
        del x
        print(x)
for fn in (a,b,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,u,v,w): t(fn)
t(c,0); t(c,1)
x=1
def y():
    global x
    del x
    return x
t(y)
