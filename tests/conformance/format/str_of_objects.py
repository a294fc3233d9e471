"""str and repr of builtin objects."""

import time


class A:
    class B:
        pass

    def method(self):
        pass


class E(ValueError):
    pass


def f():
    def g():
        pass

    return g


print(int, str, A, A.B, E, ValueError, type, type(None), type(f), type(len))
print(len, print, str.upper, time, None, Ellipsis, NotImplemented, True)
print(ValueError("x"), repr(ValueError("x")), repr(ValueError()), repr(ValueError(1, "a")), str(ValueError(1, "a")), E("y"), repr(E("y")), str(KeyError("k")), repr(KeyError("k")), str(KeyError()), str(OSError(2, "No such file")))
print(range(3), range(1, 10, 2), slice(1, None, 2), [], (), (1,), {}, set(), frozenset(), {1}, frozenset({2}), {"a": [1, (2,)]}, b"x", [None, 1.0, "s"])
print(f, f(), A(), A().method, [].append, sep="\n")
a = []
a.append(a)
print(a, [a], {1: a})
