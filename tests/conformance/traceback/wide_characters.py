# Characters that take two columns move the carets.
import traceback

def f():
    return "日本", 1 // 0

def g():
    x = "äöü"; return 1 // 0

for function in (f, g):
    try:
        function()
    except ZeroDivisionError:
        print(traceback.format_exc())
