"""Growing and shrinking a deque at both ends."""
from collections import deque
d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1])
print(d.pop(), d.popleft(), d)
d.extend('ab')
d.extendleft('yz')
print(d)
d += [7, 8]
print(d, d.clear(), d, bool(d))
for take in (d.pop, d.popleft):
    try:
        take()
    except IndexError as error:
        print(error)
for i in range(1000):
    d.append(i)
    if i % 3 == 0:
        d.popleft()
print(len(d), d[0], d[-1], sum(d))
