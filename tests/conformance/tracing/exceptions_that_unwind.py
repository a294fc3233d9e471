"""An exception is told of in every frame it comes to; a frame it leaves returns None."""
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


def deep():
    def inner():
        raise ValueError("x")

    def middle():
        inner()

    middle()


def caught():
    try:
        deep()
    except ValueError:
        len(3)


show(deep)
show(caught)
