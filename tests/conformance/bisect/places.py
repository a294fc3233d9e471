"""Places in a sorted list."""
import bisect

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

a = [1, 3, 3, 3, 7]
print([bisect.bisect_left(a, x) for x in (0, 1, 2, 3, 7, 9)], [bisect.bisect_right(a, x) for x in (0, 1, 2, 3, 7, 9)], bisect.bisect(a, 3))
print(bisect.bisect_left(a, 3, 2), bisect.bisect_left(a, 3, 0, 1), bisect.bisect_right(a, 3, lo=1, hi=3))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
bisect.insort_right(a, 0)
print(a)
rows = [('a', 1), ('b', 5), ('c', 9)]
print(bisect.bisect_left(rows, 5, key=lambda r: r[1]), bisect.bisect_right(rows, 5, key=lambda r: r[1]))
bisect.insort(rows, ('new', 7), key=lambda r: r[1])
print(rows, bisect.bisect('abcx', 'b'), bisect.bisect_left(range(0, 100, 10), 35), bisect.bisect((1, 2, 3), 2))
attempt(bisect.bisect, a, 'x')
attempt(bisect.bisect, a, 1, -1)
attempt(bisect.bisect, 5, 1)
attempt(bisect.bisect)


class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


odds = [Odd(n) for n in (1, 3, 5)]
bisect.insort(odds, Odd(4))
print([o.n for o in odds], bisect.bisect_left(odds, Odd(3)))


def grade(score):
    return 'FDCBA'[bisect.bisect([60, 70, 80, 90], score)]


print([grade(s) for s in (33, 60, 75, 89, 90, 100)])
