import traceback

def first():
    raise ValueError("first")

def second():
    try:
        first()
    except ValueError as error:
        raise TypeError("second") from error

def third():
    try:
        second()
    except TypeError:
        raise KeyError("third")

try:
    third()
except KeyError:
    print(traceback.format_exc())
