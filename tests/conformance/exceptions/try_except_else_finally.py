# The order in which the parts of a try statement run.
def f(fail):
    try:
        print("try")
        if fail:
            raise ValueError("no")
    except ValueError as error:
        print("except", error)
    else:
        print("else")
    finally:
        print("finally")

f(False)
f(True)
