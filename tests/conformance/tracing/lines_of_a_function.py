"""Calls, lines and returns of plain statements."""
import sys


def tracer(frame, event, arg):
    if event == "exception":
        arg = (arg[0].__name__, str(arg[1]), arg[2] is not None)
    log.append((frame.f_code.co_name, frame.f_lineno - base, event, arg))
    return tracer


def show(function):
    global log, base
    log = []
    base = function.__code__.co_firstlineno
    sys.settrace(tracer)
    try:
        function()
    except Exception:
        pass
    sys.settrace(None)
    for entry in log:
        print(*entry)


def simple(a=1):
    """A docstring is no line."""
    global unused
    b = a + 1
    pass
    if b:
        c = 2
    else:
        c = 3
    if not c:
        pass
    elif c == 2: d = 1
    assert c
    1
    x: int = 3
    del x
    import sys as s
    return c


def no_return(a=1):
    if a:
        pass


def returns_on_three_lines():
    x = (
        1
    )
    return (
        x
    )


def more():
    print.__name__.join(
        ["a",
         "b"],
    )
    t = u, v = 1, \
        2
    def inner(): pass
    inner(); inner()


show(simple)
show(no_return)
show(returns_on_three_lines)
show(more)
