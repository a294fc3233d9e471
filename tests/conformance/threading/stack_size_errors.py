"""What stack_size() does not take."""
from threading import stack_size


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(stack_size, -1)
attempt(stack_size, 1)
attempt(stack_size, 32767)
attempt(stack_size, "x")
attempt(stack_size, 1.5)
attempt(stack_size, 2**70)
attempt(stack_size)
attempt(stack_size, 65536)
attempt(stack_size, 0)
attempt(stack_size, 0)
