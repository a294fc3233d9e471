class OnlyRepr:
    def __repr__(s): return 'R'
class OnlyStr:
    def __str__(s): return 'S'
print(str(OnlyRepr()), f'{OnlyRepr()}', [OnlyRepr()], f'{OnlyStr()}', OnlyStr().__repr__()[:18], '%s %r'%(OnlyStr(),OnlyRepr()))
print(type(OnlyStr()).__name__, OnlyStr.__str__.__name__, OnlyStr.__str__)if False else None
