def attempt(what):
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1)])
        except* what:
            print("caught")
    except TypeError as error:
        print(error, repr(error.__context__))


attempt(3)
attempt("x")
attempt(int)
attempt(ExceptionGroup)
attempt((ValueError, BaseExceptionGroup))
attempt((ValueError, 3))
attempt(ValueError)
