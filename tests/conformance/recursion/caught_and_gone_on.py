import sys


def down(n):
    return down(n + 1)


def attempt():
    try:
        down(0)
    except RecursionError:
        return "caught"


print([attempt() for _ in range(3)])
sys.setrecursionlimit(5000)


def depth(n):
    return n if n == 0 else 1 + depth(n - 1)


print(depth(4000))
