"""Items of a deque by place: reading, assigning, deleting, inserting, searching."""
from collections import deque

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

d = deque('abcdef')
d[0] = 'A'
d[-1] = 'F'
del d[2]
d.insert(1, 'new')
d.insert(-1, 'near end')
d.insert(100, 'end')
d.insert(-100, 'start')
print(d)
print(d.index('b'), d.count('b'), 'b' in d, 'q' in d)
d.remove('b')
print(d, d.index('d', 2), d.index('A', -10, 5))
attempt(d.index, 'q')
attempt(d.index, 'd', 6)
attempt(d.remove, 'q')
attempt(lambda: d[100])
attempt(lambda: d[0:1])
attempt(lambda: d['a'])
attempt(d.__delitem__, 50)
attempt(d.__setitem__, 50, 1)
attempt(d.insert, 'a', 1)
attempt(lambda: d[10 ** 30])
d.reverse()
print(d, list(reversed(d)))
