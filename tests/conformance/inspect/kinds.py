import inspect

class Thing:
    def method(self):
        pass

    @property
    def prop(self):
        pass

def function():
    pass

def generator():
    yield 1

made = generator()
things = [inspect, Thing, Thing(), Thing.method, Thing().method, function, generator, made, len, "".upper, str.upper, 5]
tests = [inspect.ismodule, inspect.isclass, inspect.ismethod, inspect.isfunction, inspect.isgeneratorfunction,
         inspect.isgenerator, inspect.isbuiltin, inspect.isroutine]
for test in tests:
    print(test.__name__, [test(thing) for thing in things])
print([name for name, _ in inspect.getmembers(Thing(), inspect.ismethod)], inspect.getmro(Thing))
print(inspect.iscode(function.__code__), inspect.isframe(inspect.currentframe()), inspect.isdatadescriptor(Thing.prop))
print(inspect.getmodule(Thing).__name__)
