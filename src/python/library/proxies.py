"""types.MappingProxyType, what the __dict__ of a class is: a mapping that can only be read."""
from _engine import lookup, subtype


class mappingproxy:
    __slots__ = ("_mapping",)
    __hash__ = None

    def __new__(cls, mapping):
        given = type(mapping)
        if lookup(given, "__getitem__") is None or subtype(given, list) or subtype(given, tuple):
            raise TypeError(f"mappingproxy() argument must be a mapping, not {type(mapping).__name__}")
        self = object.__new__(cls)
        object.__setattr__(self, "_mapping", mapping)
        return self

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"mappingproxy({self._mapping!r})"

    def __str__(self):
        return str(self._mapping)

    def __eq__(self, other):
        return self._mapping == (other._mapping if type(other) is mappingproxy else other)

    def __or__(self, other):
        mapping = self._mapping
        return mapping | (other._mapping if type(other) is mappingproxy else other)

    def __ror__(self, other):
        return other | self._mapping

    def __ior__(self, other):
        raise TypeError("'|=' is not supported by mappingproxy; use '|' instead")

    def get(self, key, default=None, /):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __class_getitem__(cls, item):
        return _GenericAlias(cls, item)


mappingproxy.__module__ = "builtins"
