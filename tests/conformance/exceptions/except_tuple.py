# A handler for several classes; the first that matches takes the exception.
for value in ["x", None, [], {}]:
    try:
        print(int(value))
    except (ValueError, KeyError) as error:
        print("A", type(error).__name__)
    except TypeError as error:
        print("B", type(error).__name__)
