def make():
    return ExceptionGroup("top", [ValueError(1), TypeError(2), ExceptionGroup("in", [OSError(3), ValueError(4)])])


try:
    try:
        raise make()
    except* ValueError:
        print("value")
except ExceptionGroup as rest:
    print(repr(rest), rest.__context__)
try:
    try:
        raise make()
    except* ValueError:
        raise
    except* OSError:
        pass
except ExceptionGroup as rest:
    print(repr(rest))
