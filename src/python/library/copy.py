"""The module copy: shallow and deep copies of objects."""
from _collections import deque
from _engine import layout
from _functools import partial
from _weakref import ReferenceType

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error

_absent = object()

# Classes whose instances never change, or stand for something there is only one of.
_ATOMIC = frozenset([type(None), int, float, bool, str, bytes, type, range, slice, property, ReferenceType, type(Ellipsis),
                     type(NotImplemented), type(lambda: None), type(len), type(str.join), partial])


def _same(x, memo=None):
    return x


# ---- shallow -------------------------------------------------------------------------------------

_copiers = {list: list.copy, dict: dict.copy, set: set.copy, frozenset: _same, tuple: _same}


def copy(x):
    cls = type(x)
    copier = _copiers.get(cls)
    if copier is not None:
        return copier(x)
    if cls in _ATOMIC or issubclass(cls, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _reconstruct(x, _reduce(x), None)


# ---- deep ----------------------------------------------------------------------------------------


def deepcopy(x, memo=None, _nil=_absent):
    """`memo` holds the copies already made, by id: what is reached twice is copied once."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    number = id(x)
    known = memo.get(number, _absent)
    if known is not _absent:
        return known
    copier = _deep_copiers.get(cls)
    if copier is not None:
        result = copier(x, memo)
    elif issubclass(cls, type):
        result = x
    else:
        method = getattr(x, "__deepcopy__", None)
        result = method(memo) if method is not None else _reconstruct(x, _reduce(x), memo)
    if result is not x:
        memo[number] = result
        _keep(x, memo)
    return result


def _keep(x, memo):
    """Keeps the original alive as long as the memo, so that its id stays its own."""
    memo.setdefault(id(memo), []).append(x)


def _deepcopy_list(x, memo):
    result = []
    memo[id(x)] = result
    for item in x:
        result.append(deepcopy(item, memo))
    return result


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    known = memo.get(id(x), _absent)  # reached again from inside
    if known is not _absent:
        return known
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deepcopy_dict(x, memo):
    result = {}
    memo[id(x)] = result
    for key, value in x.items():
        result[deepcopy(key, memo)] = deepcopy(value, memo)
    return result


def _deepcopy_method(x, memo):
    return x.__func__.__get__(deepcopy(x.__self__, memo))


class _Sample:
    def method(self):
        pass


_deep_copiers = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict,
                 type(_Sample().method): _deepcopy_method, type([].append): _same}


# ---- instances -----------------------------------------------------------------------------------

# How a plain value inside an instance of a subclass is had.
_VALUES = (int, float, str, bytes, tuple, frozenset)


def _reduce(x):
    """What it takes to make another one: (function, arguments, state, items, entries)."""
    cls = type(x)
    for name in ("__reduce_ex__", "__reduce__"):
        method = getattr(cls, name, None)
        if method is not None and method is not getattr(object, name, None):
            rv = method(x, 4) if name == "__reduce_ex__" else method(x)
            return rv if isinstance(rv, str) else tuple(rv) + (None,) * (5 - len(rv))
    base = layout(cls)
    if base not in (object, list, dict, set, deque) + _VALUES and not issubclass(cls, BaseException):
        name = cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"
        raise TypeError(f"cannot pickle '{name}' object")
    state = _state_of(x, cls)
    if issubclass(cls, BaseException):
        return cls, x.args, state, None, None
    arguments = getattr(x, "__getnewargs__", None)
    if arguments is not None:
        return cls.__new__, (cls, *arguments()), state, None, None
    if base in _VALUES:
        return cls.__new__, (cls, base(x)), state, None, None
    if base is set:
        return cls, (list(x),), state, None, None
    if base is deque:
        return cls, () if x.maxlen is None else ((), x.maxlen), state, iter(list(deque.__iter__(x))), None
    items = iter(list.copy(x)) if base is list else None
    entries = iter(list(dict.items(x))) if base is dict else None
    return cls.__new__, (cls,), state, items, entries


def _state_of(x, cls):
    get = getattr(cls, "__getstate__", None)
    if get is not None and get is not getattr(object, "__getstate__", None):
        return get(x)
    names = getattr(x, "__dict__", None)
    slots = {}
    for base in cls.__mro__:
        declared = base.__dict__.get("__slots__", ())
        for name in (declared,) if isinstance(declared, str) else declared:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{base.__name__.lstrip('_')}{name}"
            value = getattr(x, name, _absent)
            if value is not _absent:
                slots[name] = value
    if slots:
        return dict(names) if names else None, slots
    return dict(names) if names else None


def _reconstruct(x, reduced, memo):
    if isinstance(reduced, str):
        return x
    function, arguments, state, items, entries = reduced[:5]
    deep = memo is not None
    if deep and arguments:
        arguments = [deepcopy(argument, memo) for argument in arguments]
    result = function(*arguments)
    if deep:
        memo[id(x)] = result
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(result, "__setstate__"):
            result.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            for values in (state, slots):
                if values:
                    for name, value in values.items():
                        object.__setattr__(result, name, value)
    if items is not None:
        for item in items:
            result.append(deepcopy(item, memo) if deep else item)
    if entries is not None:
        for key, value in entries:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            result[key] = value
    return result
