def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)


class Mg:
    __p=1
    def __init__(s): s.__q=2
    def get(s): return s.__q, s.__p, s.__m()
    def __m(s): return 'm'
print(Mg().get(), Mg()._Mg__q, vars(Mg())); t(lambda: Mg().__q)
