"""What local takes, and what its attributes do not."""
from threading import local


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


class Filled(local):
    def __init__(self, *args, **kwargs):
        self.filled = (args, kwargs)


attempt(local, 1)
attempt(local, x=1)
attempt(lambda: local().x)
attempt(lambda: Filled(1, b=2).filled)
attempt(setattr, local(), "__dict__", {})
attempt(delattr, local(), "__dict__")
attempt(delattr, local(), "x")
attempt(delattr, Filled(), "x")
