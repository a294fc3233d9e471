def function(a, *args, b=2, **kwargs):
    c = 3
    print(locals(), vars() == locals())

    def inner():
        return c, sorted(locals())

    print(inner())
    del c
    print(sorted(locals()))


function(1, 4, d=5)


class Body:
    x = 1
    print([name for name in locals() if not name.startswith("_")], vars()["x"])


print(locals() is globals(), vars() is globals())
for what in (5, "a", [], object()):
    try:
        vars(what)
    except TypeError as error:
        print(error)
