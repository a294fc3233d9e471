class Root:
    def __init__(self,**kw): assert not kw, kw; print('root')
class X(Root):
    def __init__(self,x,**kw): super().__init__(**kw); self.x=x; print('X')
class Y(Root):
    def __init__(self,y,**kw): super().__init__(**kw); self.y=y; print('Y')
class Z(X,Y): pass
z=Z(x=1,y=2); print(z.x,z.y,[c.__name__ for c in Z.__mro__])
