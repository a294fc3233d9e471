# An exception raised while another passes through finally has that one as its context.
try:
    try:
        raise KeyError("first")
    finally:
        raise ValueError("second")
except ValueError as error:
    print(repr(error), repr(error.__context__))
