import sys
print(sys.exc_info())
def f():
    return sys.exc_info()
try:
    int("x")
except ValueError:
    cls, value, traceback = sys.exc_info()
    print(cls, value, traceback.tb_lineno)
    print(f()[1] is value, sys.exception() is value)
print(sys.exc_info(), sys.exception())
