"""Deep recursion: results, and RecursionError that can be caught."""
import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))


def endless():
    return endless()


try:
    endless()
except RecursionError as error:
    print(error)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print(ackermann(2, 3), sys.getrecursionlimit())
