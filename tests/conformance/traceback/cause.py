import traceback
try:
    try:
        int("x")
    except ValueError as error:
        raise RuntimeError("chained") from error
except RuntimeError:
    print(traceback.format_exc())
