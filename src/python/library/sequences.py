"""What the methods of list, tuple, range and slice do when a method written in Python is involved: an
__eq__ or __lt__ of an item, an __index__, a generator as an argument.

See builtins.py for how the functions are named and called.
"""
from _engine import *

_absent = object()


# ---- recursion -----------------------------------------------------------------------------------

# (thread, object) of every container whose repr is being made.
_representing = set()


def _enclosed(container, text, recursive):
    """text(), or `recursive` if we are in the middle of it."""
    mark = (thread_number(), id(container))
    if mark in _representing:
        return recursive
    _representing.add(mark)
    try:
        return text()
    finally:
        _representing.discard(mark)


# ---- list and tuple ------------------------------------------------------------------------------


def list__new(cls, iterable):
    return [item for item in iterable]


def list____init__(self, iterable):
    raw_set(self, slice(None), [item for item in iterable])


def list__extend(self, iterable):
    add = list.append
    for item in iterable:
        add(self, item)


def list____iadd__(self, value):
    list__extend(self, value)
    return self


def list__insert(self, index, object):
    list.insert(self, operation__index(index), object)


def list__pop(self, index):
    return list.pop(self, operation__index(index))


def _position(items, value, start, stop):
    for i in range(start, min(stop, len(items))):
        item = items[i]
        if item is value or item == value:
            return i
    return -1


def _bounds(start, stop, length):
    try:
        start = operation__index(start)
        stop = operation__index(stop)
    except TypeError:
        raise TypeError("slice indices must be integers or have an __index__ method") from None
    if start < 0:
        start = max(0, start + length)
    if stop < 0:
        stop = max(0, stop + length)
    return start, stop


def list__index(self, value, start, stop):
    items = items_of(self)
    start, stop = _bounds(start, stop, len(items))
    place = _position(items, value, start, stop)
    if place < 0:
        raise ValueError(f"{value!r} is not in list")
    return place


def tuple__index(self, value, start, stop):
    items = items_of(self)
    start, stop = _bounds(start, stop, len(items))
    place = _position(items, value, start, stop)
    if place < 0:
        raise ValueError("tuple.index(x): x not in tuple")
    return place


def list__remove(self, value):
    place = _position(items_of(self), value, 0, len(items_of(self)))
    if place < 0:
        raise ValueError("list.remove(x): x not in list")
    raw_delete(self, place)


def list__count(self, value):
    count = 0
    for item in items_of(self):
        if item is value or item == value:
            count += 1
    return count


tuple__count = list__count


def list____contains__(self, key):
    for item in items_of(self):
        if item is key or item == key:
            return True
    return False


tuple____contains__ = dict_values____contains__ = list____contains__


def list____getitem__(self, index):
    return raw_get(self, _item_key(index))


tuple____getitem__ = range____getitem__ = list____getitem__


def list____setitem__(self, key, value):
    if type(key) is slice:
        raw_set(self, _plain_slice(key), [item for item in value])
    else:
        raw_set(self, operation__index(key), value)


def list____delitem__(self, key):
    raw_delete(self, _item_key(key))


def _repeat(self, value):
    value = operation__index(value)
    return self * value


def list____mul__(self, value):
    return _repeat(self, value)


list____rmul__ = tuple____mul__ = tuple____rmul__ = list____mul__


def list____imul__(self, value):
    self *= operation__index(value)
    return self


def list____repr__(self):
    return _enclosed(self, lambda: "[" + ", ".join([repr(item) for item in items_of(self)]) + "]", "[...]")


def tuple____repr__(self):
    def text():
        items = items_of(self)
        if len(items) == 1:
            return f"({items[0]!r},)"
        return "(" + ", ".join([repr(item) for item in items]) + ")"
    return _enclosed(self, text, "(...)")


def tuple____hash__(self):
    return combine_hashes([hash(item) for item in items_of(self)])


def _same_items(a, b):
    if len(a) != len(b):
        return False
    for i in range(len(a)):
        x = a[i]
        y = b[i]
        if not (x is y or x == y):
            return False
    return True


def _first_difference(a, b):
    for i in range(min(len(a), len(b))):
        x = a[i]
        y = b[i]
        if not (x is y or x == y):
            return i
    return -1


def list____eq__(self, value):
    return _same_items(items_of(self), items_of(value))


def list____ne__(self, value):
    return not _same_items(items_of(self), items_of(value))


def list____lt__(self, value):
    a, b = items_of(self), items_of(value)
    i = _first_difference(a, b)
    return len(a) < len(b) if i < 0 else a[i] < b[i]


def list____le__(self, value):
    a, b = items_of(self), items_of(value)
    i = _first_difference(a, b)
    return len(a) <= len(b) if i < 0 else a[i] <= b[i]


def list____gt__(self, value):
    a, b = items_of(self), items_of(value)
    i = _first_difference(a, b)
    return len(a) > len(b) if i < 0 else a[i] > b[i]


def list____ge__(self, value):
    a, b = items_of(self), items_of(value)
    i = _first_difference(a, b)
    return len(a) >= len(b) if i < 0 else a[i] >= b[i]


tuple____eq__, tuple____ne__ = list____eq__, list____ne__
tuple____lt__, tuple____le__ = list____lt__, list____le__
tuple____gt__, tuple____ge__ = list____gt__, list____ge__


def tuple__new(cls, iterable):
    return tuple([item for item in iterable])


# ---- range and slice -----------------------------------------------------------------------------


def range__new(cls, start, stop=_absent, step=1):
    if stop is _absent:
        return range(operation__index(start))
    return range(operation__index(start), operation__index(stop), operation__index(step))


def range____contains__(self, key):
    for item in self:
        if item == key:
            return True
    return False


def range__count(self, value):
    count = 0
    for item in self:
        if item == value:
            count += 1
    return count


def range__index(self, value):
    place = 0
    for item in self:
        if item == value:
            return place
        place += 1
    raise ValueError("sequence.index(x): x not in sequence")


def slice__indices(self, len):
    return slice.indices(_plain_slice(self), operation__index(len))
