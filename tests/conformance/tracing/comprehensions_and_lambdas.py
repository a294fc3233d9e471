"""Comprehensions, generator expressions and lambdas have frames of their own."""
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


def comprehensions():
    a = [x for x in range(2)]
    c = {x: -x for x in a}
    d = {x for x in a if x}
    e = sum(x for x in a)
    f = lambda x: x
    f(1)
    g = [[y for y in range(x)] for x in range(2)]


show(comprehensions)
