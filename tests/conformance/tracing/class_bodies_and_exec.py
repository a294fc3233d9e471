"""The body of a class and code given to exec() are calls."""
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


def classes():
    class A:
        """doc"""
        x = 1

        def f(self):
            return __class__

    A().f()

    @staticmethod
    def decorated():
        """doc"""
        return 1


def executes():
    exec("x = 1\ny = 2")
    eval("1 + 2")
    exec(compile("def f():\n  return 3\nf()", "file", "exec"), {})


show(classes)
show(executes)
