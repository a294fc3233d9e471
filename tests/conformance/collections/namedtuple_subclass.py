"""A class derived from a namedtuple."""
from collections import namedtuple


class Point(namedtuple('Point', 'x y', defaults=(0,))):
    __slots__ = ()

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


print(Point(3, 4).length, Point(1) + Point(2, 2), Point(1)._replace(y=9))


class Range(namedtuple('Range', 'low high')):
    def __new__(cls, low, high=None):
        if high is None:
            low, high = 0, low
        return super().__new__(cls, low, high)

    def __str__(self):
        return f'{self.low}..{self.high}'


print(Range(5), repr(Range(1, 2)), Range(high=3, low=1), str(Range(4)), type(Range(4)._replace(low=1)).__name__)
match Point(1, 2):
    case Point(x, y=2):
        print('matched', x)
