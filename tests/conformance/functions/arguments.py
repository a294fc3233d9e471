"""Every way to pass and to receive arguments."""


def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


print(f(1, c=3))
print(f(1, 20, 30, 40, c=3, d=5, e=6))
print(f(*[1, 2, 3], **{"c": 4, "z": 5}))
print(f(b=1, a=2, c=3))
print(f(*(1,), *[2], c=0, **{"x": 1}, **{"y": 2}))


def positional_only(a, b, /, c, *, d):
    return a, b, c, d


print(positional_only(1, 2, 3, d=4), positional_only(1, 2, c=3, d=4))


def default(a, items=[]):
    items.append(a)
    return items


print(default(1), default(2), default(3, []))
print((lambda x, y=2, *z: (x, y, z))(1), (lambda: 7)())
