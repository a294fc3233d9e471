"""AbstractContextManager and ContextDecorator."""
from contextlib import AbstractContextManager, ContextDecorator


class Timer(ContextDecorator):
    def __enter__(self):
        print('start')
        return self

    def __exit__(self, *exc):
        print('stop', exc[0])
        return False


@Timer()
def work():
    print('working')
    return 5


print(work(), work.__name__)
with Timer() as timer:
    print(type(timer).__name__)


class Minimal(AbstractContextManager):
    def __exit__(self, exc_type, exc, tb):
        print('exit')


with Minimal() as m:
    print(type(m).__name__)
print(isinstance(Timer(), AbstractContextManager), issubclass(int, AbstractContextManager))
try:
    AbstractContextManager()
except TypeError as error:
    print(error)
