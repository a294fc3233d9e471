"""Functions made by functions: variables of the enclosing one read and changed, lambdas, a decorator."""


def counter():
    count = 0

    def add(n):
        nonlocal count
        count += n
        return count

    return add


def doubled(function):
    def wrapper(*args):
        return 2 * function(*args)
    return wrapper


@doubled
def plus(a, b):
    return a + b


def compose(f, g):
    return lambda x: f(g(x))


def main():
    add = counter()
    for i in range(250_000):
        add(i)
    total = add(0)
    both = compose(lambda x: x + 1, lambda x: x * 2)
    for i in range(150_000):
        total += both(i)
    for i in range(100_000):
        total += plus(i, 1)
    return total
