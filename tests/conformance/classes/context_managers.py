def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)


class Cm:
    def __enter__(s): print('in'); return s
    def __exit__(s,t_,v_,tb): print('out',t_.__name__ if t_ else None); return t_ is KeyError
with Cm() as c: print(type(c).__name__)
with Cm(): raise KeyError(1)
def f():
    with Cm(): raise ValueError('v')
t(f)
