"""yield from: whoever delegates is called and returns with its delegate."""
import sys


def tracer(frame, event, arg):
    if event == "exception":
        arg = (arg[0].__name__, str(arg[1]), arg[2] is not None)
    if frame.f_code.co_name == "__iter__":
        return None
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
    yield 2


class Items:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return self.n


def delegating():
    def outer():
        x = yield from gen()
        yield from [7, 8]
        yield from Items()
        return 5

    def outermost():
        return (yield from outer())

    for a in outermost():
        b = a


def thrown():
    def outer():
        try:
            yield from gen()
        except ValueError:
            yield 9

    o = outer()
    next(o)
    o.throw(ValueError("in"))
    o.close()


show(delegating)
show(thrown)
