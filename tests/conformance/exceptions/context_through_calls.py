# The exception being handled reaches into the functions called meanwhile.
def helper():
    raise ValueError("inside")

try:
    try:
        1 / 0
    except ZeroDivisionError:
        helper()
except ValueError as error:
    print(repr(error.__context__))
