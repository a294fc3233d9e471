import inspect

def plain(a, b=1, *args, c, d=2, **kwargs):
    pass

def only(a, /, b, *, c=3) -> int:
    pass

def annotated(x: int, y: str = "text", *rest: float) -> list:
    pass

class Made:
    def __init__(self, name, size=0):
        pass

    def method(self, x):
        pass

    @classmethod
    def of_class(cls, y):
        pass

    @staticmethod
    def static(z):
        pass

    def __call__(self, called):
        pass

class Empty:
    pass

for thing in [plain, only, annotated, lambda: 0, lambda *a: a, Made, Made.method, Made("x").method, Made.of_class, Made.static, Made("x"), Empty]:
    print(inspect.signature(thing))
found = inspect.signature(plain)
for parameter in found.parameters.values():
    print(parameter.name, parameter.kind, parameter.kind.description, parameter.default is inspect.Parameter.empty, repr(parameter))
print(repr(found), found == inspect.signature(plain), inspect.signature(only).return_annotation)
print(list(found.parameters), inspect.getfullargspec(plain))
for wrong in [5, "text"]:
    try:
        inspect.signature(wrong)
    except TypeError as error:
        print(error)
