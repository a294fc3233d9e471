try:
    raise ValueError("alone")
except* ValueError as group:
    print(type(group), repr(group.message), group.exceptions, group.__traceback__)
try:
    try:
        raise KeyError("alone")
    except* ValueError:
        print("no")
except KeyError as error:
    print(repr(error), error.__context__)
