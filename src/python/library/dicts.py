"""What the methods of dict and its views do when the __eq__ or __hash__ of a key is written in Python.

A dict finds the entries whose hash is right (dict_candidates); comparing keys is done here; then the
entry whose key *is* the one found is read or changed. See builtins.py for how the functions are named
and called.
"""
from _engine import *


def _dict_find(self, key, hash, candidates):
    """The key of the entry that equals `key`, or _absent."""
    for candidate in candidates:
        if candidate is key or candidate == key:
            return candidate
    return _absent


def _dict_lookup(self, key, default):
    number = hash(key)
    found = _dict_find(self, key, number, dict_candidates(self, number))
    return default if found is _absent else dict_get_identical(self, found, number, default)


def dict____getitem__(self, key):
    value = _dict_lookup(self, key, _absent)
    if value is _absent:
        raise KeyError(key)
    return value


def dict__get(self, key, default=None):
    return _dict_lookup(self, key, default)


def dict____contains__(self, key):
    return _dict_lookup(self, key, _absent) is not _absent


def dict____setitem__(self, key, value):
    number = hash(key)
    while True:
        candidates = dict_candidates(self, number)
        found = _dict_find(self, key, number, candidates)
        if found is _absent:
            if dict_add_if(self, key, number, value, len(candidates)):
                return
        elif dict_set_identical(self, found, number, value):
            return


def dict__setdefault(self, key, default=None):
    number = hash(key)
    while True:
        candidates = dict_candidates(self, number)
        found = _dict_find(self, key, number, candidates)
        if found is _absent:
            if dict_add_if(self, key, number, default, len(candidates)):
                return default
        else:
            value = dict_get_identical(self, found, number, _absent)
            if value is not _absent:
                return value


def dict__pop(self, key, default=_absent):
    number = hash(key)
    found = _dict_find(self, key, number, dict_candidates(self, number))
    if found is not _absent:
        value = dict_get_identical(self, found, number, _absent)
        if value is not _absent and dict_delete_identical(self, found, number):
            return value
    if default is _absent:
        raise KeyError(key)
    return default


def dict____delitem__(self, key):
    dict__pop(self, key)


def _put_entries(self, entries):
    for i in range(0, len(entries), 2):
        dict____setitem__(self, entries[i], entries[i + 1])


def _dict_put(self, source):
    if isinstance(source, dict) and is_native(lookup(type(source), "keys")) \
            and is_native(lookup(type(source), "__iter__")):
        _put_entries(self, entries_of(source))
    elif lookup(type(source), "keys") is not None:
        for key in source.keys():
            dict____setitem__(self, key, source[key])
    else:
        number = 0
        for pair in source:
            try:
                pair = [item for item in pair]
            except TypeError:
                raise TypeError(f"cannot convert dictionary update sequence element #{number} "
                                "to a sequence") from None
            if len(pair) != 2:
                raise ValueError(f"dictionary update sequence element #{number} has length {len(pair)}; "
                                 "2 is required")
            dict____setitem__(self, pair[0], pair[1])
            number += 1


def dict__update(self, iterable=_absent, kwargs=None):
    if iterable is not _absent:
        _dict_put(self, iterable)
    if kwargs:
        _put_entries(self, entries_of(kwargs))


dict____init__ = dict__update


def dict__new(cls, iterable=_absent, kwargs=None):
    result = {}
    dict__update(result, iterable, kwargs)
    return result


def dict__fromkeys(cls, iterable, value=None):
    result = cls()
    for key in iterable:
        result[key] = value
    return result


def dict____ior__(self, value):
    _dict_put(self, value)
    return self


def dict____or__(self, value):
    result = dict.copy(self)
    _dict_put(result, value)
    return result


def dict____ror__(self, value):
    result = dict.copy(value)
    _dict_put(result, self)
    return result


def dict____eq__(self, value):
    if len(items_of(self)) != len(items_of(value)):
        return False
    entries = entries_of(self)
    for i in range(0, len(entries), 2):
        mine = entries[i + 1]
        other = _dict_lookup(value, entries[i], _absent)
        if other is _absent or not (mine is other or mine == other):
            return False
    return True


def dict____ne__(self, value):
    return not dict____eq__(self, value)


def dict____repr__(self):
    def text():
        entries = entries_of(self)
        return "{" + ", ".join([f"{entries[i]!r}: {entries[i + 1]!r}" for i in range(0, len(entries), 2)]) + "}"
    return _enclosed(self, text, "{...}")


# ---- dict views ----------------------------------------------------------------------------------


def dict_keys____contains__(self, key):
    return dict____contains__(view_dict(self), key)


def dict_items____contains__(self, key):
    if not isinstance(key, tuple) or len(key) != 2:
        return False
    value = _dict_lookup(view_dict(self), key[0], _absent)
    return value is not _absent and (value is key[1] or value == key[1])


def dict_keys____repr__(self):
    return _enclosed(self, lambda: f"{type(self).__name__}({items_of(self)!r})", "...")


dict_values____repr__ = dict_items____repr__ = dict_keys____repr__


def dict_keys__isdisjoint(self, other):
    for item in other:
        if item in self:
            return False
    return True


dict_values__isdisjoint = dict_items__isdisjoint = dict_keys__isdisjoint


def _as_set(iterable):
    result = set()
    for item in iterable:
        set__add(result, item)
    return result


def dict_keys____or__(self, value):
    return _as_set(self) | _as_set(value)


def dict_keys____and__(self, value):
    return _as_set(self) & _as_set(value)


def dict_keys____sub__(self, value):
    return _as_set(self) - _as_set(value)


def dict_keys____xor__(self, value):
    return _as_set(self) ^ _as_set(value)


def dict_keys____rsub__(self, value):
    return _as_set(value) - _as_set(self)


def dict_keys____rxor__(self, value):
    return _as_set(value) ^ _as_set(self)


def dict_keys____ror__(self, value):
    return _as_set(value) | _as_set(self)


def dict_keys____rand__(self, value):
    return _as_set(value) & _as_set(self)


def dict_keys____eq__(self, value):
    return _as_set(self) == _as_set(value)


def dict_keys____ne__(self, value):
    return _as_set(self) != _as_set(value)


def dict_keys____lt__(self, value):
    return _as_set(self) < _as_set(value)


def dict_keys____le__(self, value):
    return _as_set(self) <= _as_set(value)


def dict_keys____gt__(self, value):
    return _as_set(self) > _as_set(value)


def dict_keys____ge__(self, value):
    return _as_set(self) >= _as_set(value)


dict_items____or__ = dict_values____or__ = dict_keys____or__
dict_items____and__ = dict_values____and__ = dict_keys____and__
dict_items____sub__ = dict_values____sub__ = dict_keys____sub__
dict_items____xor__ = dict_values____xor__ = dict_keys____xor__
dict_items____ror__ = dict_values____ror__ = dict_keys____ror__
dict_items____rand__ = dict_values____rand__ = dict_keys____rand__
dict_items____rsub__ = dict_values____rsub__ = dict_keys____rsub__
dict_items____rxor__ = dict_values____rxor__ = dict_keys____rxor__
dict_items____eq__ = dict_values____eq__ = dict_keys____eq__
dict_items____ne__ = dict_values____ne__ = dict_keys____ne__
dict_items____lt__ = dict_values____lt__ = dict_keys____lt__
dict_items____le__ = dict_values____le__ = dict_keys____le__
dict_items____gt__ = dict_values____gt__ = dict_keys____gt__
dict_items____ge__ = dict_values____ge__ = dict_keys____ge__
