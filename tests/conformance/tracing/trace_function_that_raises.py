"""An exception of the trace function comes where it was called, and switches tracing off."""
import sys


def failing(at):
    def tracer(frame, event, arg):
        if event == at:
            raise KeyError(event)
        return tracer

    return tracer


def in_try(a):
    try:
        b = a
        1 / 0
    except ZeroDivisionError:
        return "divided"
    except KeyError as error:
        return "caught", error.args, type(error.__context__).__name__
    finally:
        print("finally")


def generator():
    try:
        yield 1
    except KeyError:
        yield "caught"


for at in ("call", "line", "return", "exception", "opcode", "nothing"):
    for function in (in_try, lambda a: list(generator())):
        sys.settrace(failing(at))
        try:
            print(at, function(2))
        except KeyError as error:
            print(at, "raised", error)
        print(sys.gettrace() is None)
        sys.settrace(None)


def g():
    z = 1
    return z


sys.settrace(failing("line"))
try:
    g()
except KeyError as error:
    entry = error.__traceback__
    while entry:
        print(entry.tb_frame.f_code.co_name, entry.tb_lineno)
        entry = entry.tb_next

sys.setprofile(lambda *a: 1 / 0)
try:
    g()
except ZeroDivisionError as error:
    print(error, sys.getprofile())

sys.settrace(3)
try:
    g()
except TypeError as error:
    print(error, sys.gettrace())
