"""The TypeErrors of calls."""


def f(a, b=2, *, c=3):
    pass


def g(a, b, c):
    pass


def h(a, /, b):
    pass


def k(*, x, y):
    pass


five = 5


class A:
    def method(self, x):
        pass


for call in (
    lambda: f(),
    lambda: f(1, 2, 3),
    lambda: f(1, 2, 3, c=4),
    lambda: f(1, d=2),
    lambda: f(1, a=2),
    lambda: g(),
    lambda: g(1),
    lambda: g(1, 2),
    lambda: g(1, 2, 3, 4),
    lambda: h(a=1, b=2),
    lambda: k(),
    lambda: k(x=1),
    lambda: A().method(),
    lambda: A().method(1, 2),
    lambda: A(1),
    lambda: five(),
    lambda: f(*1),
    lambda: f(**{"a": 1, "b": 2, "c": 3, "e": 4}),
    lambda: len(),
    lambda: len(1, 2),
    lambda: [].append(),
):
    try:
        call()
    except TypeError as error:
        print(error)
