# A missing key is shown as repr() shows it.
for key in ("a", "", 1, ("x", 2)):
    try:
        {}[key]
    except KeyError as error:
        print(error, repr(error), error.args)
print(KeyError("a", "b"), KeyError())
