"""A generator nobody will go on with is closed: its finally and its with run."""
import contextlib
import gc
import sys


class Guard:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)

    def __exit__(self, cls, error, traceback):
        print("exit", self.name, cls and cls.__name__)


def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


def section(title):
    gc.collect()
    print("--", title)


section("left by break")
for n in numbers():
    print(n)
    break

section("one item")
n = next(numbers())
gc.collect()
print(n)

section("never started, at its end, outside of try")


def outside():
    yield 1
    try:
        yield 2
    finally:
        print("closed")


numbers()
print(list(numbers()))
next(outside())
gc.collect()
g = outside()
print(next(g), next(g))
del g

section("with")


def guarded():
    with Guard("a"), Guard("b"):
        yield 1
        yield 2


for n in guarded():
    break

section("delegating")


def outer():
    try:
        yield from inner()
    finally:
        print("outer closed")


def inner():
    with Guard("inner"):
        yield 1
        yield 2


next(outer())

section("to an iterator with a close of its own")


class Closing:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        print("close()")


def plain():
    yield from Closing()


next(plain())

section("inside of other iterators")
for kind in (lambda: map(str, numbers()), lambda: zip(numbers(), numbers()), lambda: enumerate(numbers()),
             lambda: filter(None, numbers()), lambda: (n for n in numbers())):
    next(kind())
    gc.collect()

section("what is raised there")


def raises():
    try:
        yield 1
    finally:
        raise ValueError("raised")


def goes_on():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def swallows():
    try:
        yield 1
    except GeneratorExit:
        print("swallowed")


sys.unraisablehook = lambda told: print(repr(told.exc_value), told.err_msg, told.object.__name__)
next(raises())
gc.collect()
next(goes_on())
gc.collect()
next(swallows())
gc.collect()
sys.unraisablehook = sys.__unraisablehook__

section("in a cycle")


def knows_itself():
    me = yield 1
    try:
        yield me
    finally:
        print("cycle closed", gc.is_finalized(me))


g = knows_itself()
next(g)
g.send(g)
del g

section("variables go after it")


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def holds():
    local = Named("local")
    try:
        yield Named("yielded")
        yield 2
    finally:
        print("closed, with", local.name)


g = holds()
next(g)
gc.collect()
del g

section("context managers")


@contextlib.contextmanager
def managed():
    try:
        yield "thing"
    finally:
        print("managed closed")


manager = managed()
manager.__enter__()
del manager

section("end")
