# The name of `except … as name` is gone behind the handler.
try:
    1 / 0
except ZeroDivisionError as error:
    print(error)
try:
    error
except NameError as gone:
    print(gone)
