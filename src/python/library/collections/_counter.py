"""Counter: a dict from things to how many of them there are."""
from _collections import count_elements


def _count_of(pair):
    return pair[1]


class Counter(dict):
    """Counts of hashable things; a missing one counts 0."""

    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=_count_of, reverse=True)
        import heapq

        return heapq.nlargest(n, self.items(), key=_count_of)

    def elements(self):
        from itertools import chain, repeat, starmap

        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if hasattr(iterable, "items"):
                if self:
                    for element, count in iterable.items():
                        self[element] = count + self.get(element, 0)
                else:
                    dict.update(self, iterable)
            else:
                count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            if hasattr(iterable, "items"):
                for element, count in iterable.items():
                    self[element] = self.get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = self.get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, element):
        """Like dict's, but a missing one is no error."""
        dict.pop(self, element, None)

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            counts = dict(self.most_common())
        except TypeError:  # counts that have no order
            counts = dict(self)
        return f"{self.__class__.__name__}({counts!r})"

    # Comparisons: a missing element counts 0.

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] == other[e] for c in (self, other) for e in c])

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] <= other[e] for c in (self, other) for e in c])

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] >= other[e] for c in (self, other) for e in c])

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    # Arithmetic: results hold what is above 0, in the order of the left operand, then the right one's.

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        counts = [(e, self[e] + other[e]) for e in self]
        return _positive(counts + [(e, other[e]) for e in other if e not in self])

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        counts = [(e, self[e] - other[e]) for e in self]
        return _positive(counts + [(e, 0 - other[e]) for e in other if e not in self])

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        counts = [(e, max(self[e], other[e])) for e in self]
        return _positive(counts + [(e, other[e]) for e in other if e not in self])

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive([(e, min(self[e], other[e])) for e in self])

    def __pos__(self):
        return _positive(self.items())

    def __neg__(self):
        return _positive([(e, 0 - count) for e, count in self.items()])

    def _keep_positive(self):
        for element in [e for e, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self._keep_positive()

    def __iand__(self, other):
        for element, count in list(self.items()):
            if other[element] < count:
                self[element] = other[element]
        return self._keep_positive()


def _positive(counts):
    result = Counter()
    for element, count in counts:
        if count > 0:
            result[element] = count
    return result


Counter.__module__ = "collections"
