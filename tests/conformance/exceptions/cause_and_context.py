# raise … from sets __cause__; raising in a handler sets __context__.
def chained():
    try:
        int("x")
    except ValueError as error:
        raise RuntimeError("chained") from error

def contextual():
    try:
        int("x")
    except ValueError:
        raise RuntimeError("contextual")

def alone():
    try:
        int("x")
    except ValueError:
        raise RuntimeError("alone") from None

for f in (chained, contextual, alone):
    try:
        f()
    except RuntimeError as error:
        print(error, repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
