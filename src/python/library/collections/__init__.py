"""The module collections: containers beyond list, tuple, dict and set.

deque is native. The dicts here are subclasses of dict, so that one operation on them is one step for
the other threads too. What is built on the abstract classes comes when it is asked for.
"""
import collections._deque
from _collections import as_view, deque, move_to_end, odict_items, odict_keys, odict_values, pop_first
from _engine import is_native, lookup, serve
from _recursive_repr import recursive_repr
from collections._counter import Counter
from collections._namedtuple import namedtuple

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict",
           "deque", "namedtuple"]

_absent = object()


class defaultdict(dict):
    """A dict that makes up the value of a missing key by calling default_factory."""

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = factory()
        if is_native(lookup(type(self), "__setitem__")):
            # The thread that was first decides; nothing put into its value is lost.
            return dict.setdefault(self, key, value)
        self[key] = value
        return value

    def __repr__(self):
        return f"{type(self).__name__}({self._factory_repr()}, {dict.__repr__(self)})"

    @recursive_repr()
    def _factory_repr(self):
        return repr(self.default_factory)

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        arguments = () if self.default_factory is None else (self.default_factory,)
        return type(self), arguments, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        result.update(self)
        return result


class OrderedDict(dict):
    """A dict whose order is part of its value and can be changed."""

    def move_to_end(self, key, last=True):
        if not move_to_end(self, key, last):
            raise KeyError(key)

    def popitem(self, last=True):
        if last:
            if self:
                return dict.popitem(self)
        else:
            entry = pop_first(self)
            if entry is not None:
                return entry
        raise KeyError("dictionary is empty")

    def pop(self, key, default=_absent):
        if default is _absent:
            return dict.pop(self, key)
        return dict.pop(self, key, default)

    def keys(self):
        return as_view(odict_keys, dict.keys(self))

    def values(self):
        return as_view(odict_values, dict.values(self))

    def items(self):
        return as_view(odict_items, dict.items(self))

    def copy(self):
        result = self.__class__()
        if type(self) is OrderedDict:
            dict.update(result, dict.copy(self))
        else:
            for key, value in list(dict.items(self)):
                result[key] = value
        return result

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        result = cls()
        for key in iterable:
            result[key] = value
        return result

    @recursive_repr()
    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        return f"{type(self).__name__}({list(self.items())!r})"

    def __reduce__(self):
        return type(self), (), vars(self) or None, None, iter(self.items())

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(other)
        result.update(self)
        return result


# ---- where keys must be compared in Python -------------------------------------------------------


@serve
def collections__move_to_end(dict_, key, last):
    value = dict.pop(dict_, key, _absent)
    if value is _absent:
        return False
    if last:
        dict.__setitem__(dict_, key, value)
    else:
        others = list(dict.items(dict_))
        dict.clear(dict_)
        dict.__setitem__(dict_, key, value)
        dict.update(dict_, others)
    return True


@serve
def collections__count_elements(mapping, iterable):
    get = mapping.get
    for element in iterable:
        mapping[element] = get(element, 0) + 1


def __dir__():
    import sys

    return [*vars(sys.modules[__name__]), *__all__, "abc"]


def __getattr__(name):
    if name == "ChainMap":
        from collections._chainmap import ChainMap as value
    elif name in ("UserDict", "UserList", "UserString"):
        import collections._user

        value = getattr(collections._user, name)
    elif name == "abc":
        import collections.abc as value
    else:
        raise AttributeError(f"module 'collections' has no attribute {name!r}")
    return value
