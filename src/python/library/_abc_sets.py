"""Set and MutableSet of collections.abc."""
from abc import abstractmethod
from _collections_abc import Collection, Iterable

__name__ = "collections.abc"


def _has_all(container, items):
    for item in items:
        if item not in container:
            return False
    return True


class Set(Collection):
    """What has __contains__, __iter__ and __len__ and behaves as a set does.

    The operators make their results by _from_iterable; a subclass whose constructor wants something
    else than an iterable overrides it.
    """

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def _set_of(self, other):
        """`other` if it is a Set, one made of it if it can be, else None."""
        if isinstance(other, Set):
            return other
        return self._from_iterable(other) if isinstance(other, Iterable) else None

    # Comparisons: of sets only, and by size first.

    def __eq__(self, other):
        if isinstance(other, Set):
            return len(self) == len(other) and self.__le__(other)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, Set):
            return len(self) <= len(other) and _has_all(other, self)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, Set):
            return len(self) >= len(other) and _has_all(self, other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, Set):
            return len(self) < len(other) and self.__le__(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, Set):
            return len(self) > len(other) and self.__ge__(other)
        return NotImplemented

    def isdisjoint(self, other):
        """True if no item is in both."""
        for item in other:
            if item in self:
                return False
        return True

    # What makes new sets.

    def __or__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(item for part in (self, other) for item in part)
        return NotImplemented

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(value for value in other if value in self)
        return NotImplemented

    def __sub__(self, other):
        taken = self._set_of(other)
        if taken is None:
            return NotImplemented
        return self._from_iterable(value for value in self if value not in taken)

    def __rsub__(self, other):
        whole = self._set_of(other)
        if whole is None:
            return NotImplemented
        return self._from_iterable(value for value in whole if value not in self)

    def __xor__(self, other):
        other = self._set_of(other)
        return NotImplemented if other is None else (self - other) | (other - self)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def _hash(self):
        """For subclasses that want a __hash__: equal sets have equal ones."""
        return hash(frozenset(self))


class MutableSet(Set):
    """A Set with add() and discard()."""

    __slots__ = ()

    @abstractmethod
    def discard(self, value):
        """Removes an item, if it is there."""
        raise NotImplementedError

    @abstractmethod
    def add(self, value):
        """Adds an item."""
        raise NotImplementedError

    def remove(self, value):
        """Removes an item; KeyError if it is not there."""
        if value in self:
            self.discard(value)
        else:
            raise KeyError(value)

    def pop(self):
        """Removes and gives some item; KeyError if there is none."""
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        """Removes all items."""
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __isub__(self, it):
        if it is self:
            self.clear()
        else:
            for value in it:
                self.discard(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
        else:
            for value in it if isinstance(it, Set) else self._from_iterable(it):
                change = self.discard if value in self else self.add
                change(value)
        return self


Set.register(frozenset)
MutableSet.register(set)
