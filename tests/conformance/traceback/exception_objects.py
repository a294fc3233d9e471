import traceback

try:
    try:
        {}["key"]
    except KeyError as error:
        error.add_note("a note")
        raise ValueError("second") from error
except ValueError as error:
    taken = traceback.TracebackException.from_exception(error)
    same = traceback.TracebackException(type(error), error, error.__traceback__)
print(taken, taken.exc_type.__name__, taken.__cause__.exc_type.__name__, taken.__suppress_context__)
print(taken == same, len(taken.stack), taken.stack[0].lineno)
print(list(taken.format_exception_only()), list(taken.__cause__.format_exception_only()))
text = "".join(taken.format())
print([line for line in text.splitlines() if "File" not in line])
print([line for line in "".join(taken.format(chain=False)).splitlines() if "File" not in line])
