import traceback
try:
    try:
        int("x")
    except ValueError:
        raise KeyError("key") from None
except KeyError:
    print(traceback.format_exc())
