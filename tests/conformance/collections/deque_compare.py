"""Comparing deques, with each other only."""
from collections import deque
print(deque([1, 2]) == deque([1, 2], maxlen=5), deque([1]) != deque([2]), deque([1]) == [1])
print(deque([1, 2]) < deque([1, 3]), deque([1, 2]) >= deque([1]), deque() < deque([0]))
try:
    deque([1]) < [2]
except TypeError as error:
    print(error)
try:
    hash(deque())
except TypeError as error:
    print(error)


class Odd:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n % 2 == other.n % 2

    def __lt__(self, other):
        return self.n < other.n


a, b = deque([Odd(1), Odd(2)]), deque([Odd(3), Odd(4)])
print(a == b, a != b, Odd(7) in a, a.count(Odd(9)), a.index(Odd(8)), a < deque([Odd(1), Odd(2), Odd(3)]))
a.remove(Odd(5))
print(len(a), a[0].n)
