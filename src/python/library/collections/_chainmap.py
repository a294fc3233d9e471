"""ChainMap: several mappings looked at as one; changes go to the first."""
from _collections_abc import MutableMapping
from _recursive_repr import recursive_repr


class ChainMap(MutableMapping):
    """Looks a key up in one mapping after the other."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                continue
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __len__(self):
        return len(set().union(*self.maps))

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __iter__(self):
        keys = {}
        for mapping in reversed(self.maps):
            for key in mapping:
                keys[key] = None
        return iter(keys)

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    @recursive_repr()
    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join([repr(mapping) for mapping in self.maps])})"

    def __bool__(self):
        return any(self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    def copy(self):
        first, *others = self.maps
        return self.__class__(first.copy(), *others)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls(dict.fromkeys(iterable, *args))

    # Changes. What the first mapping lacks is told in words of its own.

    def _in_first(self, change, problem):
        try:
            return change(self.maps[0])
        except KeyError:
            raise KeyError(problem)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        self._in_first(lambda first: first.__delitem__(key), f"Key not found in the first mapping: {key!r}")

    def pop(self, key, *args):
        return self._in_first(lambda first: first.pop(key, *args), f"Key not found in the first mapping: {key!r}")

    def popitem(self):
        return self._in_first(lambda first: first.popitem(), "No keys found in the first mapping.")

    def clear(self):
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if hasattr(other, "keys"):
            result = self.copy()
            result.maps[0].update(other)
            return result
        return NotImplemented

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        result = dict(other)
        for mapping in reversed(self.maps):
            result.update(mapping)
        return self.__class__(result)


ChainMap.__module__ = "collections"
