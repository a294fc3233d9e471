"""WeakValueDictionary, WeakKeyDictionary and WeakSet of weakref: containers over weak references."""
from _collections_abc import MutableMapping, MutableSet
from _gc import _collections
from _weakref import ReferenceType as ref

_absent = object()


class _KeyedRef(ref):
    """A weak reference that knows the key it is filed under."""

    __slots__ = ("key",)

    def __new__(cls, value, key):
        self = ref.__new__(cls, value)
        self.key = key
        return self

    def __init__(self, value, key):
        pass


class WeakValueDictionary(MutableMapping):
    """Entries whose values nobody else refers to vanish."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self._collected = _collections()
        self.update(other, **kw)

    def _clean(self):
        """Forgets dead values, once after every collection."""
        now = _collections()
        if now != self._collected:
            self._collected = now
            for key, reference in list(self.data.items()):
                if reference() is None:
                    self.data.pop(key, None)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._clean()
        self.data[key] = _KeyedRef(value, key)

    def __delitem__(self, key):
        self._clean()
        del self.data[key]

    def __len__(self):
        self._clean()
        return len(self.data)

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def __iter__(self):
        for key, value in self.items():
            yield key

    keys = __iter__

    def values(self):
        for key, value in self.items():
            yield value

    def items(self):
        self._clean()
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def itervaluerefs(self):
        return iter(list(self.data.values()))

    def valuerefs(self):
        return list(self.data.values())

    def get(self, key, default=None):
        reference = self.data.get(key)
        value = None if reference is None else reference()
        return default if value is None else value

    def pop(self, key, *args):
        reference = self.data.pop(key, None)
        value = None if reference is None else reference()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is not None:
            return value
        self[key] = default
        return default

    def update(self, other=None, /, **kwargs):
        if other is not None:
            if hasattr(other, "items"):
                other = other.items()
            for key, value in other:
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def copy(self):
        return WeakValueDictionary(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        result = self.__class__()
        for key, value in self.items():
            result[deepcopy(key, memo)] = value
        return result

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        result = self.__class__(other)
        result.update(self)
        return result


class WeakKeyDictionary(MutableMapping):
    """Entries whose keys nobody else refers to vanish."""

    def __init__(self, dict=None):
        self.data = {}
        self._collected = _collections()
        if dict is not None:
            self.update(dict)

    def _clean(self):
        now = _collections()
        if now != self._collected:
            self._collected = now
            dead = [reference for reference in list(self.data) if reference() is None]
            for reference in dead:
                self.data.pop(reference, None)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self._clean()
        self.data[ref(key)] = value

    def __delitem__(self, key):
        self._clean()
        del self.data[ref(key)]

    def __len__(self):
        self._clean()
        return len(self.data)

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def __iter__(self):
        for key, value in self.items():
            yield key

    keys = __iter__

    def values(self):
        for key, value in self.items():
            yield value

    def items(self):
        self._clean()
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self):
        return list(self.data)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key), default)

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            if hasattr(dict, "items"):
                dict = dict.items()
            for key, value in dict:
                self[key] = value
        if kwargs:
            for key, value in kwargs.items():
                self[key] = value

    def copy(self):
        return WeakKeyDictionary(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        result = self.__class__()
        for key, value in self.items():
            result[key] = deepcopy(value, memo)
        return result

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        result = self.__class__()
        result.update(other)
        result.update(self)
        return result


class WeakSet(MutableSet):
    """Items nobody else refers to vanish."""

    def __init__(self, data=None):
        self.data = set()
        self._collected = _collections()
        if data is not None:
            self.update(data)

    def _clean(self):
        now = _collections()
        if now != self._collected:
            self._collected = now
            for reference in list(self.data):
                if reference() is None:
                    self.data.discard(reference)

    def __iter__(self):
        self._clean()
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        self._clean()
        return len(self.data)

    def __contains__(self, item):
        try:
            reference = ref(item)
        except TypeError:
            return False
        return reference in self.data

    def add(self, item):
        self._clean()
        self.data.add(ref(item))

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        while True:
            try:
                reference = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            item = reference()
            if item is not None:
                return item

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        others = set(other)
        return self.__class__([item for item in self if item not in others])

    __sub__ = difference

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        return self.__class__([item for item in other if item in self])

    __and__ = intersection

    def intersection_update(self, other):
        others = set(other)
        for item in list(self):
            if item not in others:
                self.discard(item)

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def issubset(self, other):
        others = set(other)
        return all([item in others for item in self])

    __le__ = issubset

    def __lt__(self, other):
        return set(self) < set(other)

    def issuperset(self, other):
        return all([item in self for item in other])

    __ge__ = issuperset

    def __gt__(self, other):
        return set(self) > set(other)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return set(self) == set(other)

    def symmetric_difference(self, other):
        others = list(other)
        return self.difference(others) | [item for item in others if item not in self]

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        for item in list(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def union(self, other):
        result = self.copy()
        result.update(other)
        return result

    __or__ = union

    def isdisjoint(self, other):
        return not any([item in self for item in other])

    def __repr__(self):
        return repr(self.data)


WeakValueDictionary.__module__ = WeakKeyDictionary.__module__ = "weakref"
WeakSet.__module__ = "_weakrefset"
