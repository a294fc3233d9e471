"""UserList: a list to derive from."""
from collections import UserList


class Loud(UserList):
    def append(self, item):
        print('append', item)
        super().append(item)


a = Loud([3, 1, 2])
a.append(5)
a.sort()
print(a, a[0], a[1:], type(a[1:]).__name__, len(a), 2 in a, a + [9], [9] + a, a * 2, a == [1, 2, 3, 5])
a.insert(0, 'x')
a.extend([7])
a += [8]
print(a, a.pop(), a.index(2), a.count(7), a.copy(), a.reverse(), a)
del a[0]
a[0] = 'first'
print(a, a < [0] if isinstance(a[0], int) else 'mixed', list(reversed(a)))
