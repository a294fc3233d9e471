def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)


class A1:
    def __add__(s,o): return NotImplemented
class B1:
    def __radd__(s,o): return 'B1'
print(A1()+B1()); t(lambda: A1()+1); t(lambda: A1()+A1())
