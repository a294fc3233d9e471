class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(1, 2)
print(p.x, p.y)
p.x += 10
print(p.x)
for action in (lambda: setattr(p, "z", 3), lambda: p.__dict__, lambda: p.z, lambda: delattr(p, "z"),
               lambda: vars(p)):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
del p.x
for action in (lambda: p.x, lambda: delattr(p, "x")):
    try:
        action()
    except AttributeError as error:
        print(error)
p.x = 5
print(p.x, hasattr(p, "x"), hasattr(p, "y"), hasattr(p, "q"))
print(Point.x, Point.__slots__, type(Point.x).__name__)
q = Point.__new__(Point)
print(hasattr(q, "x"))


class One:
    __slots__ = "single"


o = One()
o.single = 1
print(o.single)
try:
    o.s = 1
except AttributeError as error:
    print(error)


class WithMethod:
    __slots__ = ()
    value = 5

    def method(self):
        return 6


w = WithMethod()
print(w.value, w.method())
for name in ("value", "method", "new"):
    try:
        setattr(w, name, 1)
    except AttributeError as error:
        print(error)


def loop():
    points = [Point(i, 2 * i) for i in range(5)]
    total = 0
    for p in points:
        p.x = p.x + p.y
        total += p.x
    return total


print(loop())
