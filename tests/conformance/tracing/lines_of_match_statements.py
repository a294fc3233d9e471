"""match: the lines of the patterns that are tried."""
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


def matches():
    for value in (1, [1, 2], "x"):
        match value:
            case 1:
                a = 1
            case [x, y] if x < y:
                a = 2
            case _:
                pass


show(matches)
