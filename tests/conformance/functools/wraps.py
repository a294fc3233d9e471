"""wraps: a wrapper that looks like what it wraps."""
import functools


def log(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        """Not this text."""
        print('calling', function.__name__)
        return function(*args, **kwargs)

    return wrapper


@log
def add(a: int, b: int) -> int:
    """Adds two numbers."""
    return a + b


print(add(1, 2), add.__name__, add.__qualname__, add.__doc__, add.__module__, add.__annotations__)
print(add.__wrapped__(3, 4), add.__wrapped__.__name__)


def plain():
    pass


plain.mark = 'kept'
print(functools.update_wrapper(lambda: None, plain).mark)
partial = functools.partial(add, 1)
functools.update_wrapper(partial, add)
print(partial.__name__, partial.__doc__)
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
