group = ExceptionGroup("top", [ValueError(1), TypeError(2), ExceptionGroup("in", [OSError(3), ValueError(4)])])
print(group.split(ValueError))
print(group.split((TypeError, OSError)))
print(group.split(KeyError))
print(group.split(ExceptionGroup))
print(group.subgroup(ValueError))
print(group.subgroup(lambda error: "4" in str(error)))
print(group.subgroup(KeyError))
print(group.subgroup(Exception) is group)
print(group.derive([KeyError()]))
for condition in (3, "x", (ValueError, 3), int, len):
    try:
        group.split(condition)
    except TypeError as error:
        print(error)
