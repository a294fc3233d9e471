for name in ["no_such_module", "no_such.module", "time.clock", "importlib.nothing"]:
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        print(error, "|", error.name, error.path, isinstance(error, ImportError))
try:
    from importlib import nothing
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0], error.name)
import no_such_module
