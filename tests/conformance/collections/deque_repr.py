"""What a deque looks like, also one that contains itself."""
from collections import deque
d = deque([1, 'a', None])
print(d, repr(deque()), deque([deque([1], 2)]))
d.append(d)
print(d)
e = deque([1], maxlen=2)
e.append(e)
print([e])


class Mine(deque):
    pass


m = Mine([1, 2], 5)
m.name = 'attributes too'
print(m, m.name, m.copy(), type(m.copy()).__name__, m.copy().maxlen, isinstance(m, deque))
print(deque, deque[int], deque.__module__, deque.__name__)
