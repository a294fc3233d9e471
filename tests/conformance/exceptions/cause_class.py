# `from Class` makes an instance of it.
try:
    raise ValueError("x") from KeyError
except ValueError as error:
    print(repr(error.__cause__), error.__suppress_context__)
