class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def kind(value):
    match value:
        case Point3(x, y, z=z):
            return f"3d {x} {y} {z}"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on the y axis at {y}"
        case Point(x, y) if x == y:
            return "diagonal"
        case Point(Point(a, b), _):
            return f"nested {a} {b}"
        case Point():
            return "some point"
        case _:
            return "no point"


for value in (Point3(1, 2, 3), Point(0, 0), Point(0, 5), Point(3, 3), Point(Point(7, 8), 9), Point(1, 2), (0, 0), 5):
    print(kind(value))
