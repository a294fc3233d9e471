error = ValueError("x")
for name in ("__cause__", "__context__", "__traceback__", "args", "__suppress_context__"):
    try:
        delattr(error, name)
    except TypeError as wrong:
        print(wrong)
try:
    error.__suppress_context__ = 1
except TypeError as wrong:
    print(wrong)
try:
    error.__traceback__ = 1
except TypeError as wrong:
    print(wrong)
error.extra = 5
print(error.extra, vars(error))
