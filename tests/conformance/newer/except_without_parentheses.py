# PEP 758: several exceptions without parentheses (3.14).
# compare: pyodide
def attempt(call):
    try:
        return call()
    except ValueError, KeyError:
        return "value or key"
    except TypeError:
        return "type"


print(attempt(lambda: int("x")), attempt(lambda: {}[1]), attempt(lambda: 1 + "a"))
try:
    raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except* ValueError, KeyError:
    print("group")
