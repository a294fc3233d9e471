"""What the methods of list, tuple, dict, set, range and slice do when a method written in Python is
involved: a key function, an __eq__ or __hash__ of an item, a generator as an argument.

A dict or set finds the entries whose hash is right (…_candidates); comparing keys is done here; then
the entry whose key *is* the one found is read or changed. See builtins.py for how the functions are
named and called.
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


def list__sort(self, key=None, reverse=False):
    reverse = operation__index(reverse) != 0
    values = items_of(self)
    keys = items_of(self) if key is None else [key(value) for value in values]
    if not sort_by_keys(keys, values, reverse):
        values = _merge_sort(keys, values, reverse)
    if len(items_of(self)) != len(values):
        raise ValueError("list modified during sort")
    raw_set(self, slice(None), values)


def _less_of(keys):
    """What compares two keys: the __lt__ itself where they are all of one class, as CPython's sort does."""
    cls = type(keys[0]) if keys else None
    method = lookup(cls, "__lt__") if cls else None
    if type(method) is _function:
        for key in keys:
            if type(key) is not cls:
                break
        else:
            return method
    return _less


def _less(a, b):
    return a < b


_function = type(_less)


def _merge_sort(keys, values, reverse):
    """The values in the order of their keys, by `<`: the engine's own algorithm (list_sort.h)."""
    less = _less_of(keys)
    items = [(keys[i], values[i]) for i in range(len(keys))]
    if reverse:
        items.reverse()
    count = len(items)
    shortest, rest = count, 0
    while shortest >= 64:
        rest |= shortest & 1
        shortest >>= 1
    shortest += rest
    runs = []
    begin = 0
    while begin < count:
        end = _count_run(items, begin, count, less)
        if end - begin < shortest:
            forced = min(begin + shortest, count)
            _insert_rest(items, begin, end, forced, less)
            end = forced
        runs.append(items[begin:end])
        begin = end
    while len(runs) > 1:
        merged = [_merge(runs[i], runs[i + 1], less) for i in range(0, len(runs) - 1, 2)]
        if len(runs) % 2:
            merged.append(runs[-1])
        runs = merged
    items = runs[0] if runs else []
    if reverse:
        items.reverse()
    return [item[1] for item in items]


def _holds(less, a, b):
    """less(a, b), or what `<` makes of it if that __lt__ does not know."""
    result = less(a, b)
    return a < b if result is NotImplemented else result


def _count_run(items, begin, count, less):
    i = begin + 1
    if i == count:
        return i
    if _holds(less, items[i][0], items[begin][0]):
        i += 1
        while i < count and _holds(less, items[i][0], items[i - 1][0]):
            i += 1
        items[begin:i] = items[begin:i][::-1]
    else:
        i += 1
        while i < count and not _holds(less, items[i][0], items[i - 1][0]):
            i += 1
    return i


def _insert_rest(items, begin, middle, end, less):
    for i in range(middle, end):
        pivot = items[i]
        key = pivot[0]
        low, high = begin, i
        while low < high:
            half = (low + high) // 2
            other = items[half][0]
            smaller = less(key, other)
            if smaller is NotImplemented:
                smaller = key < other
            if smaller:
                high = half
            else:
                low = half + 1
        items[low + 1:i + 1] = items[low:i]
        items[low] = pivot


def _merge(left, right, less):
    result = []
    append = result.append
    i = j = 0
    item, other = left[0], right[0]
    key, other_key = item[0], other[0]
    while True:
        smaller = less(other_key, key)
        if smaller is NotImplemented:
            smaller = other_key < key
        if smaller:
            append(other)
            j += 1
            if j == len(right):
                return result + left[i:]
            other = right[j]
            other_key = other[0]
        else:
            append(item)
            i += 1
            if i == len(left):
                return result + right[j:]
            item = left[i]
            key = item[0]


# ---- dict ----------------------------------------------------------------------------------------


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


# ---- set and frozenset ---------------------------------------------------------------------------


def _set_has(self, item, number):
    for candidate in set_candidates(self, number):
        if candidate is item or candidate == item:
            return True
    return False


def _set_put(self, item, number):
    while True:
        candidates = set_candidates(self, number)
        for candidate in candidates:
            if candidate is item or candidate == item:
                return
        if set_add_if(self, item, number, len(candidates)):
            return


def _set_drop(self, item, number):
    """Was there such an item?"""
    for candidate in set_candidates(self, number):
        if candidate is item or candidate == item:
            return set_discard_identical(self, candidate, number)
    return False


def _hash_for_search(item):
    """A set among sets is looked for as the frozenset it equals."""
    if isinstance(item, set) and lookup(type(item), "__hash__") is None:
        return hash(frozenset(items_of(item)))
    return hash(item)


def set__add(self, object):
    _set_put(self, object, hash(object))


def set__discard(self, object):
    _set_drop(self, object, _hash_for_search(object))


def set__remove(self, object):
    if not _set_drop(self, object, _hash_for_search(object)):
        raise KeyError(object)


def set____contains__(self, key):
    return _set_has(self, key, _hash_for_search(key))


frozenset____contains__ = set____contains__


def _set_update(self, iterable):
    for item in iterable:
        _set_put(self, item, hash(item))


def _set_of(iterable):
    """The iterable itself if it is a set, else a set of its items."""
    if isinstance(iterable, (set, frozenset)):
        return iterable
    result = set()
    _set_update(result, iterable)
    return result


def _set_like(self, items):
    """A new set of the builtin class of `self`."""
    result = frozenset() if is_frozen(self) else set()
    for item in items:
        _set_put(result, item, hash(item))
    return result


def set__update(self, others):
    for other in others:
        _set_update(self, items_of(other) if other is self else other)


def set____init__(self, iterable):
    set_clear(self)
    _set_update(self, iterable)


def set__new(cls, iterable):
    result = set()
    _set_update(result, iterable)
    return result


def frozenset__new(cls, iterable):
    return frozenset(set__new(set, iterable))


def set__union(self, others):
    result = _set_like(self, items_of(self))
    for other in others:
        _set_update(result, other)
    return result


def set__intersection(self, others):
    items = items_of(self)
    for other in others:
        other = _set_of(other)
        items = [item for item in items if _set_has(other, item, hash(item))]
    return _set_like(self, items)


def set__difference(self, others):
    items = items_of(self)
    for other in others:
        other = _set_of(other)
        items = [item for item in items if not _set_has(other, item, hash(item))]
    return _set_like(self, items)


def set__symmetric_difference(self, other):
    other = _set_of(other)
    items = [item for item in items_of(self) if not _set_has(other, item, hash(item))]
    return _set_like(self, items + [item for item in items_of(other) if not _set_has(self, item, hash(item))])


def _set_become(self, items):
    set_clear(self)
    for item in items:
        _set_put(self, item, hash(item))


def set__intersection_update(self, others):
    _set_become(self, items_of(set__intersection(self, others)))


def set__difference_update(self, others):
    for other in others:
        for item in items_of(_set_of(other)):
            _set_drop(self, item, hash(item))


def set__symmetric_difference_update(self, other):
    _set_become(self, items_of(set__symmetric_difference(self, other)))


def set__issubset(self, other):
    other = _set_of(other)
    for item in items_of(self):
        if not _set_has(other, item, hash(item)):
            return False
    return True


def set__issuperset(self, other):
    for item in other:
        if not _set_has(self, item, hash(item)):
            return False
    return True


def set__isdisjoint(self, other):
    for item in other:
        if _set_has(self, item, hash(item)):
            return False
    return True


def set____or__(self, value):
    return set__union(self, (value,))


def set____and__(self, value):
    return set__intersection(self, (value,))


def set____sub__(self, value):
    return set__difference(self, (value,))


def set____xor__(self, value):
    return set__symmetric_difference(self, value)


def set____ror__(self, value):
    return set__union(value, (self,))


def set____rand__(self, value):
    return set__intersection(value, (self,))


def set____rsub__(self, value):
    return set__difference(value, (self,))


def set____rxor__(self, value):
    return set__symmetric_difference(value, self)


def set____ior__(self, value):
    set__update(self, (value,))
    return self


def set____iand__(self, value):
    set__intersection_update(self, (value,))
    return self


def set____isub__(self, value):
    set__difference_update(self, (value,))
    return self


def set____ixor__(self, value):
    set__symmetric_difference_update(self, value)
    return self


def set____eq__(self, value):
    if type(value) is not set and not isinstance(value, (set, frozenset)):
        value = _set_of(value)
    return len(items_of(self)) == len(items_of(value)) and set__issubset(self, value)


def set____ne__(self, value):
    return not set____eq__(self, value)


def set____le__(self, value):
    return set__issubset(self, value)


def set____lt__(self, value):
    value = _set_of(value)
    return len(items_of(self)) < len(items_of(value)) and set__issubset(self, value)


def set____ge__(self, value):
    return set__issuperset(self, value)


def set____gt__(self, value):
    value = _set_of(value)
    return len(items_of(self)) > len(items_of(value)) and set__issuperset(self, value)


def set____repr__(self):
    def text():
        items = ", ".join([repr(item) for item in items_of(self)])
        return "{" + items + "}" if type(self) is set else f"{type(self).__name__}({{{items}}})"
    return _enclosed(self, text, f"{type(self).__name__}(...)")


frozenset__union, frozenset__intersection = set__union, set__intersection
frozenset__difference, frozenset__symmetric_difference = set__difference, set__symmetric_difference
frozenset__issubset, frozenset__issuperset = set__issubset, set__issuperset
frozenset__isdisjoint, frozenset____repr__ = set__isdisjoint, set____repr__
frozenset____or__, frozenset____and__ = set____or__, set____and__
frozenset____sub__, frozenset____xor__ = set____sub__, set____xor__
frozenset____ror__, frozenset____rand__ = set____ror__, set____rand__
frozenset____rsub__, frozenset____rxor__ = set____rsub__, set____rxor__
frozenset____eq__, frozenset____ne__ = set____eq__, set____ne__
frozenset____lt__, frozenset____le__ = set____lt__, set____le__
frozenset____gt__, frozenset____ge__ = set____gt__, set____ge__


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
