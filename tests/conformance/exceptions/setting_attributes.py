error = ValueError(1, 2)
error.add_note("a note")
print(error.__notes__)
for value in (3, None, "x"):
    for name in ("__cause__", "__context__", "__traceback__", "__suppress_context__", "args"):
        try:
            setattr(error, name, value)
            print(name, value, getattr(error, name))
        except TypeError as problem:
            print(name, value, problem)
try:
    error.add_note(3)
except TypeError as problem:
    print(problem)
print(BaseException(1) == BaseException(1), repr(ValueError()), repr(ValueError("a")), str(ValueError("a", "b")))
