import sys
print(sys.getrecursionlimit())
sys.setrecursionlimit(200)
print(sys.getrecursionlimit())
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
print(150 < depth(0) < 200)
for value in (0, -5, "a", 10**20):
    try:
        sys.setrecursionlimit(value)
    except Exception as error:
        print(type(error).__name__, error)
