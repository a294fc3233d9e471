"""A generator is called and returns with every value; throw() calls it, too."""
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


def gen():
    yield 1
    try:
        yield 2
    except ValueError:
        yield 3


def generators():
    for x in gen():
        y = x
    g = gen()
    next(g)
    next(g)
    g.throw(ValueError("t"))
    g.close()


def sends():
    def echo():
        x = None
        while True:
            x = yield x
            if x is None: return 4

    e = echo()
    next(e)
    e.send(1)
    try:
        e.send(None)
    except StopIteration as stop:
        pass


def thrown_through():
    g = gen()
    next(g)
    g.throw(KeyError("out"))


show(generators)
show(sends)
show(thrown_through)
