# An expression over several lines: its first line is shown, marked to its end.
import traceback

def f(*args):
    raise ValueError(len(args))

def g():
    return f(1,
             2,
             3)

def h():
    x = (1 +
         2 //
         0)

for function in (g, h):
    try:
        function()
    except Exception:
        print(traceback.format_exc())
