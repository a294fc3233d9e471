def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)


class Seq:
    def __init__(s,*a): s.a=a
    def __len__(s): return len(s.a)
    def __getitem__(s,i): return Seq(*s.a[i]) if isinstance(i,slice) else s.a[i]
    def __repr__(s): return f'Seq{s.a}'
    def __contains__(s,x): return x in s.a
s=Seq(1,2,3); print(s[0],s[-1],s[1:],s[::-1],list(s),2 in s,len(s),bool(Seq()),list(reversed(s)),sorted(s,reverse=True)); t(lambda: s[9])
