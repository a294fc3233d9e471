"""A namedtuple is a tuple whose items have names."""
from collections import namedtuple
Point = namedtuple('Point', 'x y')
p = Point(1, y=2)
print(p, p.x, p[1], p.x + p.y, len(p), list(p), p == (1, 2), p < Point(1, 3), hash(p) == hash((1, 2)))
x, y = p
print(x, y, Point._fields, Point.__doc__, Point.__match_args__, Point.__name__, Point.__module__)
print(p._replace(x=5), p._asdict(), Point._make([7, 8]), Point(*'ab'), Point(**{'x': 1, 'y': 2}))
print(Point.x, Point.x.__doc__, isinstance(p, tuple), Point.__mro__)
print(namedtuple('E', '')(), namedtuple('A', ['a', 'b'])(1, 2), namedtuple('C', 'a, b,c')(1, 2, 3))
print(f'{p}', '%s %s' % p, p + (3,), p * 2, 2 in p, p.index(2), p.count(1), p[::-1])
print({p: 'key'}[Point(1, 2)], sorted([Point(2, 1), Point(1, 9)]))
