"""A proxy of a container, and of a callable."""
import weakref


class Items(list):
    pass


class Adder:
    def __call__(self, x):
        return x + 1


items = Items([1, 2])
p = weakref.proxy(items)
print(len(p), p[0], list(p), 2 in p, p + [3], p == [1, 2], [x for x in p], p * 2)
p.append(9)
p[0] = 5
del p[1]
print(items, p[::-1], bool(p))
adder = Adder()
call = weakref.proxy(adder)
print(call(4), callable(call), callable(p), type(call).__name__)
try:
    p.missing
except AttributeError as error:
    print(error)
try:
    {p: 1}
except TypeError as error:
    print(type(error).__name__)
