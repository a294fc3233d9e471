import sys

def inner():
    frame = sys._getframe()
    print(frame.f_code.co_name, sys._getframe().f_lineno, frame.f_back.f_code.co_name, frame.f_back.f_lineno)
    above = sys._getframe(1)
    print(above.f_code.co_name, above.f_locals["local"], above.f_globals["__name__"])
    print(sys._getframe(2).f_code.co_name, sys._getframe(2).f_back)
    try:
        sys._getframe(3)
    except ValueError as error:
        print(error)

def outer():
    local = "seen from below"
    inner()

outer()
try:
    1 / 0
except ZeroDivisionError as error:
    traceback = error.__traceback__
    print(traceback.tb_lineno, traceback.tb_next, traceback.tb_frame.f_code.co_name)
