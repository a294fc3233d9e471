def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)


class G:
    def __init__(s): s.d={}
    def __setitem__(s,k,v): s.d[k]=v
    def __getitem__(s,k): return s.d[k]
    def __delitem__(s,k): del s.d[k]
g=G(); g['a']=1; g['a']+=5; g[1,2]='t'
print(g.d); del g['a']; t(lambda: g['a'])
