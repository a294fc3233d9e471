def make():
    return ExceptionGroup("top", [ValueError(1), TypeError(2)])


def show(error, depth=0):
    print("  " * depth + repr(error), "from", repr(error.__cause__), "in", repr(error.__context__))
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            show(inner, depth + 1)


try:
    try:
        raise make()
    except* ValueError:
        raise KeyError("new")
except Exception as error:
    show(error)
try:
    try:
        raise make()
    except* ValueError as group:
        raise IndexError("first") from group
    except* TypeError:
        raise IndexError("second") from None
except Exception as error:
    show(error)
try:
    try:
        raise ValueError("naked")
    except* ValueError:
        raise IndexError("instead")
except Exception as error:
    show(error)
try:
    try:
        raise make()
    except* ValueError as group:
        raise group
except Exception as error:
    show(error)
