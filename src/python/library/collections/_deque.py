"""What the methods of deque do where an item must be compared, or an argument used, by way of Python."""
from _collections import deque
from _engine import serve
from _recursive_repr import recursive_repr


def _place_in_deque(items, value, start, stop):
    """The first place of the value; the deque must stay as it is meanwhile."""
    place = 0
    for item in items:
        if place >= stop:
            break
        if place >= start and (item is value or item == value):
            return place
        place += 1
    return -1


@serve
def deque__new(cls, iterable=(), maxlen=None):
    return deque([item for item in iterable], maxlen)


@serve
def deque____init__(self, iterable=(), maxlen=None):
    deque.__init__(self, [item for item in iterable], maxlen)


@serve
def deque__copy(self):
    return type(self)(self) if self.maxlen is None else type(self)(self, self.maxlen)


serve(deque__copy, "deque____copy__")


@serve
def deque__count(self, value):
    count = 0
    for item in self:
        if item is value or item == value:
            count += 1
    return count


@serve
def deque__extend(self, iterable):
    append = self.append
    for item in iterable:
        append(item)


@serve
def deque__extendleft(self, iterable):
    append = self.appendleft
    for item in iterable:
        append(item)


@serve
def deque____iadd__(self, value):
    deque__extend(self, value)
    return self


@serve
def deque__index(self, value, start, stop):
    length = len(self)
    start = start.__index__()
    stop = stop.__index__()
    if start < 0:
        start = max(0, start + length)
    if stop < 0:
        stop = max(0, stop + length)
    place = _place_in_deque(self, value, start, stop)
    if place < 0:
        raise ValueError(f"{value!r} is not in deque")
    return place


@serve
def deque__insert(self, index, value):
    deque.insert(self, index.__index__(), value)


@serve
def deque__rotate(self, n):
    deque.rotate(self, n.__index__())


@serve
def deque__remove(self, value):
    try:
        place = _place_in_deque(self, value, 0, len(self))
    except RuntimeError:
        raise IndexError("deque mutated during remove().") from None
    if place < 0:
        raise ValueError(f"{value!r} is not in deque")
    del self[place]


@serve
def deque____contains__(self, key):
    return _place_in_deque(self, key, 0, len(self)) >= 0


@serve
def deque____class_getitem__(cls, item):
    return type(list[int])(cls, item)


@serve
def deque____getitem__(self, index):
    return deque.__getitem__(self, index.__index__())


@serve
def deque____setitem__(self, key, value):
    deque.__setitem__(self, key.__index__(), value)


@serve
def deque____delitem__(self, key):
    deque.__delitem__(self, key.__index__())


@serve
def deque____mul__(self, value):
    return deque.__mul__(self, value.__index__())


serve(deque____mul__, "deque____rmul__")


@serve
def deque____imul__(self, value):
    return deque.__imul__(self, value.__index__())


@serve
@recursive_repr("[...]")
def deque____repr__(self):
    bound = "" if self.maxlen is None else f", maxlen={self.maxlen}"
    return f"{type(self).__name__}({list(self)!r}{bound})"


@serve
def deque____eq__(self, value):
    return list(self) == list(value)


@serve
def deque____ne__(self, value):
    return list(self) != list(value)


@serve
def deque____lt__(self, value):
    return list(self) < list(value)


@serve
def deque____le__(self, value):
    return list(self) <= list(value)


@serve
def deque____gt__(self, value):
    return list(self) > list(value)


@serve
def deque____ge__(self, value):
    return list(self) >= list(value)
