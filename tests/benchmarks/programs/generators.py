"""A pipeline of three generators, an item at a time."""


def numbers(n):
    for i in range(n):
        yield i


def squares(items):
    for item in items:
        yield item * item


def odd(items):
    for item in items:
        if item % 2:
            yield item


def main():
    return sum(odd(squares(numbers(300_000))))
