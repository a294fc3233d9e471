"""StopIteration of an iterator written in Python shows in the loop that catches it."""
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


class Items:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 1:
            raise StopIteration
        return self.n


def iterators():
    for x in Items():
        pass
    list(Items())

    def returns_a_value():
        yield 1
        return 2

    for x in returns_a_value():
        pass


show(iterators)
