"""singledispatch over abstract classes, unions, None."""
from collections import OrderedDict, deque
from collections.abc import Iterable, Mapping, Sequence
from functools import singledispatch


@singledispatch
def show(x):
    return 'object'


@show.register(Mapping)
def _(x):
    return 'mapping'


@show.register(Sequence)
def _(x):
    return 'sequence'


@show.register(Iterable)
def _(x):
    return 'iterable'


@show.register(int | float)
def _(x):
    return 'number'


@show.register
def _(x: type(None)):
    return 'none'


for value in ({}, OrderedDict(), [], 'a', deque(), iter([]), {1}, 5, 2.5, True, None, object):
    print(show(value), end=' ')
print()


class Both(Mapping, Sequence):
    __getitem__ = __iter__ = __len__ = None


try:
    show.dispatch(Both)
    print('chosen by the order of the bases')
except RuntimeError as error:
    print(error)
