def f():
    1 / 0

try:
    f()
except ZeroDivisionError as error:
    tb = error.__traceback__
    while tb is not None:
        print(type(tb).__name__, tb.tb_lineno)
        tb = tb.tb_next
