class One:
    _i=None
    def __new__(cls,*a): 
        if cls._i is None: cls._i=super().__new__(cls)
        return cls._i
    def __init__(s,v=0): s.v=v
print(One(1) is One(2), One().v)
class Other:
    def __new__(cls): return 5
print(Other())
class Sub(int):
    def __new__(cls,v): return super().__new__(cls,v*2)
print(Sub(4), Sub(4)+1, type(Sub(4)))
