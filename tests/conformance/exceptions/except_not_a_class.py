# What stands behind `except` is checked when an exception comes by.
try:
    try:
        1 / 0
    except "ZeroDivisionError":
        pass
except TypeError as error:
    print(error)
