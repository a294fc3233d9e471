for thing in (1, "text", int, None):
    try:
        raise thing
    except TypeError as error:
        print(error)
