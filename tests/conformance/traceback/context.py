import traceback
try:
    try:
        int("x")
    except ValueError:
        {}["key"]
except KeyError:
    print(traceback.format_exc())
