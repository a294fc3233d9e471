"""What a namedtuple refuses."""
from collections import namedtuple

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

P = namedtuple('P', 'x y')
D = namedtuple('D', 'x y z', defaults=[7])
attempt(P, 1)
attempt(P)
attempt(P, 1, 2, 3)
attempt(P, 1, 2, z=3)
attempt(P, 1, x=2)
attempt(D)
attempt(D, 1, 2)
attempt(D, 1, 2, 3, 4)
attempt(P(1, 2)._replace, z=1)
attempt(P._make, [1])
for arguments in (('a b', 'x'), ('A', 'x x'), ('A', '_x'), ('A', 'class'), ('A', 'x 1y'), (5, 'x')):
    attempt(namedtuple, *arguments)
attempt(namedtuple, 'A', 'x y', defaults=(1, 2, 3))
print(namedtuple('A', 'x class x _y 1', rename=True)._fields, D._field_defaults)
p = P(1, 2)
for statement in ('x', 'z'):
    try:
        setattr(p, statement, 3)
    except AttributeError as error:
        print(error)
try:
    del p.x
except AttributeError as error:
    print(error)
