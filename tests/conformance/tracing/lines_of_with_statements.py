"""The line of `with` comes again when the block is left."""
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


class Manager:
    def __enter__(self):
        return 1

    def __exit__(self, *exception):
        return True


def withs():
    with Manager() as c:
        x = 1
    with Manager():
        raise ValueError
    with Manager(), \
            Manager():
        x = 2
    for i in range(2):
        with Manager():
            continue
    with Manager():
        return 3


show(withs)
