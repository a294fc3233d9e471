class Chain:
    def __init__(s,p=''): s.p=p
    def __getattr__(s,n): 
        if n.startswith('__'): raise AttributeError(n)
        return Chain(s.p+'/'+n)
    def __str__(s): return s.p
print(Chain().a.b.c)
