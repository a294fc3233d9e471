def attempt(function, *args, **kwargs):
    try:
        print("fine", function(*args, **kwargs))
    except TypeError as error:
        print(error)


def f0(): pass
def f1(a): pass
def f2(a, b=1): pass
def f3(a, /, b, *, c): pass
def f4(*a, k, l): pass
def f5(**k): pass
def f6(a, b, c, d): pass
def f7(a, /, **k): return a, k
def f8(a=1, b=2, /): pass


attempt(f0, 1)
attempt(f0, x=1)
attempt(f1)
attempt(f1, 1, 2)
attempt(f1, b=1)
attempt(f1, 1, a=2)
attempt(f2)
attempt(f2, 1, 2, 3)
attempt(f2, c=1)
attempt(f3, 1, 2)
attempt(f3, 1, 2, 3, c=1)
attempt(f3, a=1, b=2, c=3)
attempt(f3, 1, c=3)
attempt(f4, 1)
attempt(f4, 1, k=2)
attempt(f5, 1)
attempt(f6)
attempt(f6, 1)
attempt(f6, 1, 2)
attempt(f6, 1, 2, 3)
attempt(f7, 1, a=2)
attempt(f8, a=1)
attempt(f8, 1, 2, 3)
