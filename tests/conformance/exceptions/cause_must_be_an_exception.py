try:
    raise ValueError("x") from 5
except TypeError as error:
    print(error)
error = ValueError()
try:
    error.__cause__ = "text"
except TypeError as wrong:
    print(wrong)
try:
    error.__context__ = 1
except TypeError as wrong:
    print(wrong)
error.__cause__ = KeyError("k")
print(repr(error.__cause__), error.__suppress_context__)
