"""singledispatch: a function chosen by its first argument's class."""
from functools import singledispatch

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)



@singledispatch
def describe(x, *rest):
    """Says what it is."""
    return f'something: {x}'


@describe.register
def _(x: int, *rest):
    return f'int {x}'


@describe.register(list)
def describe_list(x, *rest):
    return f'list of {len(x)}'


@describe.register(str)
@describe.register(bytes)
def _(x):
    return 'text'


@describe.register
def _(x: float | complex if False else float):
    return 'float'


class Base:
    pass


class Derived(Base):
    pass


describe.register(Base, lambda x: 'base')
for value in (5, True, [1, 2], 'a', b'b', 2.5, None, Derived(), (1,)):
    print(describe(value))
print(describe.dispatch(bool) is describe.dispatch(int), describe.__name__, describe.__doc__, describe.registry[list] is describe_list)
describe.register(Derived, lambda x: 'derived')
print(describe(Derived()), describe_list([1]), sorted(c.__name__ for c in describe.registry))
attempt(describe)
attempt(describe.register, 5)
attempt(describe.register, 'x', print)
