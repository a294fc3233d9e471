"""Context managers from generators."""
from contextlib import contextmanager


@contextmanager
def tag(name):
    """Writes a tag."""
    print(f'<{name}>')
    try:
        yield name.upper()
    except ValueError as error:
        print('swallowed', error)
    finally:
        print(f'</{name}>')


with tag('a') as value, tag('b'):
    print(value)
with tag('c'):
    raise ValueError('inside')
try:
    with tag('d'):
        raise KeyError('out')
except KeyError as error:
    print('came out', error)
print(tag.__name__, tag.__doc__, type(tag('x')).__name__)


@tag('decorated')
def work(n):
    print('working', n)
    return n


print(work(1), work(2), work.__name__)


@contextmanager
def silent():
    if False:
        yield


try:
    with silent():
        pass
except RuntimeError as error:
    print(error)


@contextmanager
def twice():
    yield 1
    yield 2


try:
    with twice():
        pass
except RuntimeError as error:
    print(error)


@contextmanager
def stubborn():
    try:
        yield
    except KeyError:
        pass
    yield


try:
    with stubborn():
        raise KeyError('k')
except RuntimeError as error:
    print(error)


@contextmanager
def translating():
    try:
        yield
    except KeyError as error:
        raise LookupError('translated') from error


try:
    with translating():
        raise KeyError('k')
except LookupError as error:
    print(error, repr(error.__cause__))
try:
    with tag('stop'):
        raise StopIteration('passes')
except StopIteration as error:
    print(repr(error))
