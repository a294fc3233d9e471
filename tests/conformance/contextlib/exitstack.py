"""ExitStack: any number of managers."""
from contextlib import ExitStack, contextmanager


@contextmanager
def part(name, swallow=False):
    print('enter', name)
    try:
        yield name
    except Exception as error:
        print(name, 'sees', repr(error))
        if not swallow:
            raise
    finally:
        print('exit', name)


with ExitStack() as stack:
    names = [stack.enter_context(part(n)) for n in 'ab']
    stack.callback(print, 'callback', end='!\n')
    print(names)
with ExitStack() as stack:
    stack.enter_context(part('outer', swallow=True))
    stack.enter_context(part('inner'))
    raise ValueError('oops')
print('went on')


@ExitStack().callback
def unused():
    pass


with ExitStack() as stack:
    @stack.push
    def ignore(exc_type, exc, tb):
        print('pushed sees', exc_type.__name__)
        return True

    raise KeyError('gone')
stack = ExitStack()
stack.enter_context(part('kept'))
moved = stack.pop_all()
stack.close()
print('stack is empty')
moved.close()
try:
    ExitStack().enter_context(5)
except TypeError as error:
    print(error)


def fail():
    raise RuntimeError('in callback')


try:
    with ExitStack() as stack:
        stack.callback(fail)
        raise ValueError('first')
except RuntimeError as error:
    print(repr(error), repr(error.__context__))
