class Thing:
    pass

thing = Thing()
try:
    thing.colour
except AttributeError as error:
    print(error, error.name, error.obj is thing)
try:
    unknown
except NameError as error:
    print(error, error.name)
def f():
    print(local)
    local = 1
try:
    f()
except UnboundLocalError as error:
    print(error, error.name)
try:
    import no_such_module
except ImportError as error:
    print(type(error).__name__, error, error.name)
