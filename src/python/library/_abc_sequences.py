"""Sequence and MutableSequence of collections.abc."""
from abc import abstractmethod
from _collections import deque
from _collections_abc import Collection, Reversible

__name__ = "collections.abc"


class Sequence(Reversible, Collection):
    """What has __getitem__ for indexes from 0 and __len__."""

    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def __iter__(self):
        i = 0
        while True:
            try:
                item = self[i]
            except IndexError:
                return
            yield item
            i += 1

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def index(self, value, start=0, stop=None):
        """The first place of the value; ValueError if there is none."""
        if stop is not None and stop < 0:
            stop += len(self)
        i = max(len(self) + start, 0) if start is not None and start < 0 else start
        while stop is None or i < stop:
            try:
                item = self[i]
            except IndexError:
                break
            if item is value or item == value:
                return i
            i += 1
        raise ValueError

    def count(self, value):
        """How many items equal the value."""
        return sum(1 for item in self if item is value or item == value)


class ByteString(Sequence):
    """bytes and what is like it."""

    __slots__ = ()


class MutableSequence(Sequence):
    """A Sequence with __setitem__, __delitem__ and insert()."""

    __slots__ = ()

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Puts the value before the index."""
        raise IndexError

    def append(self, value):
        """Puts the value behind all items."""
        self.insert(len(self), value)

    def extend(self, values):
        """Appends the items of an iterable."""
        for value in list(values) if values is self else values:
            self.append(value)

    def reverse(self):
        """Turns the order of the items around."""
        last = len(self) - 1
        for i in range(len(self) // 2):
            self[i], self[last - i] = self[last - i], self[i]

    def clear(self):
        """Removes all items."""
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def pop(self, index=-1):
        """Removes and gives the item at the index, the last one if none is named."""
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        """Removes the first item that equals the value; ValueError if there is none."""
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


Sequence.register(tuple)
Sequence.register(str)
Sequence.register(range)
ByteString.register(bytes)
MutableSequence.register(list)
MutableSequence.register(deque)
