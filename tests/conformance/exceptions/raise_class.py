# `raise Class` raises an instance made without arguments.
try:
    raise ValueError
except ValueError as error:
    print(repr(error), error.args, str(error) == "")
