"""format() of None, bool, lists and instances."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(format(None), format([1]), format(True), format(True, "5"), format((1, 2), ""), f"{None} {[1, 'a']} {({}, set())}")
show(lambda: format(None, "5"))
show(lambda: format([1], ">5"))
show(lambda: format({}, "x"))
show(lambda: format(object(), "5"))
show(lambda: format(1, 2))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __format__(self, spec):
        return f"<{self.x}|{self.y}|{spec}>"


class Plain:
    def __str__(self):
        return "plain"


p = Point(1, 2)
print(format(p), format(p, "abc"), f"{p}", f"{p:x y}", f"{p!s:>3}"[:4], f"{Plain()}", f"{Plain()!s:>7}", "{:q}".format(p))
show(lambda: f"{Plain():>7}")
