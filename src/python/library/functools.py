"""The module functools: functions that make or change functions.

partial and what lru_cache makes of a function are native; a result that is remembered costs no call.
"""
from _engine import serve
from _functools import (
    _cache_counts,
    _cache_hit,
    _cache_miss,
    _cache_results,
    _cache_store,
    _lru_cache_wrapper,
    _make_cache,
    partial,
)
from _functools_dispatch import singledispatch, singledispatchmethod
from _functools_methods import cached_property, partialmethod, total_ordering
from _recursive_repr import recursive_repr
from _update_wrapper import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, update_wrapper, wraps

__all__ = ["WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "cache", "cached_property", "cmp_to_key", "lru_cache",
           "partial", "partialmethod", "reduce", "singledispatch", "singledispatchmethod",
           "total_ordering", "update_wrapper", "wraps"]

_absent = object()


def reduce(function=_absent, sequence=_absent, initial=_absent, /):
    if sequence is _absent:
        raise TypeError(f"reduce expected at least 2 arguments, got {0 if function is _absent else 1}")
    try:
        iterator = iter(sequence)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _absent:
        for value in iterator:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    else:
        value = initial
    for item in iterator:
        value = function(value, item)
    return value


def cmp_to_key(mycmp):
    """A key function for sorting from one that compares two items the old way."""

    class KeyWrapper:
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            try:
                obj = other.obj
            except AttributeError:
                raise TypeError("other argument must be K instance") from None
            return mycmp(self.obj, obj) < 0

        def __gt__(self, other):
            return _compared(self, other) > 0

        def __eq__(self, other):
            return _compared(self, other) == 0

        def __le__(self, other):
            return _compared(self, other) <= 0

        def __ge__(self, other):
            return _compared(self, other) >= 0

    def _compared(key, other):
        if type(other) is not KeyWrapper:
            raise TypeError("other argument must be K instance")
        return mycmp(key.obj, other.obj)

    KeyWrapper.__module__ = "functools"
    KeyWrapper.__qualname__ = "KeyWrapper"
    return KeyWrapper


@serve
@recursive_repr()
def partial____repr__(self):
    parts = [repr(self.func)]
    parts += [repr(argument) for argument in self.args]
    parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
    name = "functools.partial" if type(self) is partial else type(self).__qualname__
    return f"{name}({', '.join(parts)})"


# ---- remembering results -------------------------------------------------------------------------


class _CacheInfo(tuple):
    """How well a cache does: a tuple whose items have names."""

    __slots__ = ()
    _fields = __match_args__ = ("hits", "misses", "maxsize", "currsize")
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f"CacheInfo(hits={self[0]}, misses={self[1]}, maxsize={self[2]}, currsize={self[3]})"

    def _asdict(self):
        return dict(zip(self._fields, self))


_CacheInfo.__name__ = _CacheInfo.__qualname__ = "CacheInfo"


def lru_cache(maxsize=128, typed=False):
    """Remembers the results of the latest calls; maxsize None: of all."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _cached(function, maxsize, typed)

    return decorate


def cache(user_function, /):
    """Remembers every result."""
    return lru_cache(maxsize=None)(user_function)


def _cached(function, maxsize, typed):
    wrapper = _make_cache(function, maxsize, bool(typed))
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


@serve
def _lru_cache_wrapper__cache_info(self):
    return _CacheInfo(_cache_counts(self))


@serve
def _lru_cache_wrapper____copy__(self):
    return self


@serve
def _lru_cache_wrapper____deepcopy__(self, memo):
    return self


@serve
def functools__compute(cache, key, function, arguments, keywords):
    """A call whose result is not known yet."""
    _cache_miss(cache)
    result = function(*arguments, **keywords)
    _cache_store(cache, key, result)
    return result


@serve
def functools__look_up(cache, key, function, arguments, keywords):
    """A call with arguments that must be compared in Python."""
    results = _cache_results(cache)
    value = results.pop(key, _absent)
    if value is _absent:
        return functools__compute(cache, key, function, arguments, keywords)
    results[key] = value  # now the latest
    _cache_hit(cache)
    return value


@serve
def functools___cache_store(cache, key, value):
    results = _cache_results(cache)
    results[key] = value
    maxsize = _cache_counts(cache)[2]
    while maxsize is not None and len(results) > maxsize:
        results.pop(next(iter(results)), None)
