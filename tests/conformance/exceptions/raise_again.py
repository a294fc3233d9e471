# A bare raise raises the exception being handled.
def f():
    try:
        {}["key"]
    except KeyError:
        print("seen")
        raise

try:
    f()
except KeyError as error:
    print(repr(error))
