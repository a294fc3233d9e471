"""What the methods of set and frozenset do when the __eq__ or __hash__ of an item is written in Python.

See builtins.py for how the functions are named and called.
"""
from _engine import *


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
