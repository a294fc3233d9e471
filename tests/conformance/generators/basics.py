"""Generators: next, send, throw, close, return value, yield from, laziness."""


def count(n):
    print("begin")
    for i in range(n):
        got = yield i
        if got:
            print("got", got)
    return "done"


g = count(3)
print(next(g), g.send("hello"), next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
print(list(count(2)), sum(x * x for x in range(5)), max(len(w) for w in ["a", "bbb"]))


def outer():
    result = yield from count(2)
    print("inner said", result)
    yield from [10, 20]


print(list(outer()))


def cleanup():
    try:
        while True:
            try:
                yield "value"
            except ValueError as error:
                print("caught", error)
    finally:
        print("closed")


c = cleanup()
next(c)
print(c.throw(ValueError("boom")))
c.close()
print(next(c, "over"))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


print(list(take(10, fib())))
try:
    g2 = count(1)
    g2.send(1)
except TypeError as error:
    print(error)


def bad():
    yield 1
    raise StopIteration


try:
    list(bad())
except RuntimeError as error:
    print(error)
pipeline = (x for x in (y + 1 for y in range(5)) if x % 2)
print(next(pipeline), list(pipeline), list(pipeline))


class Tree:
    def __init__(self, left, value, right):
        self.left, self.value, self.right = left, value, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


print(list(Tree(Tree(None, 1, None), 2, Tree(None, 3, None))))
print(type(g).__name__, count.__name__, *enumerate("ab"), dict(enumerate("ab", 1)))
