"""Exceptions through context managers: which one comes out, and what it points to."""
from contextlib import ExitStack, contextmanager


@contextmanager
def translate():
    try:
        yield
    except ZeroDivisionError as error:
        raise ValueError('translated') from error


def divide():
    with translate():
        1 / 0


try:
    divide()
except ValueError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


class Exit:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        return self.name

    def __exit__(self, cls, error, traceback):
        print(self.name, cls and cls.__name__)
        return self.swallow


with ExitStack() as stack:
    print(stack.enter_context(Exit('swallows', True)))
    stack.push(Exit('sees'))
    raise KeyError('x')
with ExitStack() as stack:
    stack.enter_context(Exit('quiet'))


class Resource:
    @contextmanager
    def open(self):
        print('open')
        yield self
        print('close')


with Resource().open() as resource:
    print(type(resource).__name__)


@contextmanager
def receiver():
    got = yield 1
    print('got', got)


with receiver() as one:
    print(one)
try:
    with receiver():
        raise KeyboardInterrupt
except KeyboardInterrupt:
    print('interrupted')
