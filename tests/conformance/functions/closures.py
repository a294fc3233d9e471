"""Cells: counters, late binding, nonlocal, deep nesting."""


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


a, b = counter(), counter()
print(a(), a(), b(), a(10))
print([f() for f in [lambda: i for i in range(3)]])
print([f() for f in [lambda i=i: i for i in range(3)]])


def outer(x):
    def middle(y):
        def inner(z):
            return x, y, z
        return inner
    return middle


print(outer(1)(2)(3))


def delete():
    value = 1

    def read():
        return value

    del value
    try:
        read()
    except NameError as error:
        print(type(error).__name__, error)


delete()


def parameter_in_cell(n):
    def up():
        nonlocal n
        n += 1
    up()
    up()
    return n


print(parameter_in_cell(5))
