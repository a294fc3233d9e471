"""UserDict, UserList, UserString: a dict, a list, a str in the attribute `data`, to derive from."""
import operator
from _collections_abc import MutableMapping, MutableSequence, Sequence


def _plain(other):
    """What is compared or joined with: the data of a user container, anything else itself."""
    return other.data if isinstance(other, (UserList, UserString)) else other


# ---- methods, by what they do with the data ------------------------------------------------------


def _named(name, method):
    method.__name__ = name
    return method


def _shown_by(function):
    """What `function` makes of the data."""
    return _named(f"__{function.__name__}__", lambda self: function(self.data))


def _compared_by(function):
    return _named(f"__{function.__name__}__", lambda self, other: function(self.data, _plain(other)))


def _answering(name):
    """The data's own method, and its answer."""
    def method(self, *args, **kwds):
        return getattr(self.data, name)(*[_plain(argument) for argument in args], **kwds)

    return _named(name, method)


def _making(name):
    """The same, the answer as one of the user's class."""
    def method(self, *args, **kwds):
        return self.__class__(getattr(self.data, name)(*[_plain(argument) for argument in args], **kwds))

    return _named(name, method)


def _add_methods(cls, make, names):
    for name in names.split():
        method = make(name)
        method.__qualname__ = f"{cls.__name__}.{name}"
        setattr(cls, name, method)


# ---- the containers ------------------------------------------------------------------------------


class UserDict(MutableMapping):
    """Every change goes through __setitem__ and __delitem__, so a subclass need override only these."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for more in (dict, kwargs or None):
            if more is not None:
                self.update(more)

    def __contains__(self, key):
        return key in self.data

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(self.__class__, "__missing__", None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def __delitem__(self, key):
        del self.data[key]

    def __setitem__(self, key, item):
        self.data[key] = item

    __iter__ = _shown_by(iter)
    __len__ = _shown_by(len)
    __repr__ = _shown_by(repr)

    def __or__(self, other):
        return self._joined(other, lambda theirs: self.data | theirs)

    def __ror__(self, other):
        return self._joined(other, lambda theirs: theirs | self.data)

    def _joined(self, other, join):
        theirs = other.data if isinstance(other, UserDict) else other
        return self.__class__(join(theirs)) if isinstance(theirs, dict) else NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def copy(self):
        result = self.__class__.__new__(self.__class__)
        for name, value in vars(self).items():
            setattr(result, name, value)
        result.data = self.data.copy()
        return result

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        result = cls()
        for key in iterable:
            result[key] = value
        return result


class UserList(MutableSequence):
    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            self.data[:] = list(_plain(initlist))

    __len__ = _shown_by(len)
    __repr__ = _shown_by(repr)
    __eq__ = _compared_by(operator.eq)
    __lt__ = _compared_by(operator.lt)
    __le__ = _compared_by(operator.le)
    __gt__ = _compared_by(operator.gt)
    __ge__ = _compared_by(operator.ge)

    def __contains__(self, item):
        return item in self.data

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __delitem__(self, i):
        del self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def _list(self, other):
        """`other` as what the data can be joined with."""
        other = _plain(other)
        return other if isinstance(other, type(self.data)) else list(other)

    def __add__(self, other):
        return self.__class__(self.data + self._list(other))

    def __radd__(self, other):
        return self.__class__(self._list(other) + self.data)

    def __iadd__(self, other):
        self.data += list(_plain(other))
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def pop(self, i=-1):
        return self.data.pop(i)

    # These hand on what they are given as it is, a user container too.
    def append(self, item):
        self.data.append(item)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def insert(self, i, item):
        self.data.insert(i, item)

    def remove(self, item):
        self.data.remove(item)

    def copy(self):
        return self.__class__(self)

    __copy__ = copy


_add_methods(UserList, _answering, "clear extend reverse sort")


class UserString(Sequence):
    def __init__(self, seq):
        self.data = seq if isinstance(seq, str) else str(_plain(seq))

    __float__ = _shown_by(float)
    __hash__ = _shown_by(hash)
    __int__ = _shown_by(int)
    __len__ = _shown_by(len)
    __repr__ = _shown_by(repr)
    __str__ = _shown_by(str)
    __eq__ = _compared_by(operator.eq)
    __lt__ = _compared_by(operator.lt)
    __le__ = _compared_by(operator.le)
    __gt__ = _compared_by(operator.gt)
    __ge__ = _compared_by(operator.ge)

    def __contains__(self, char):
        return _plain(char) in self.data

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        other = _plain(other)
        return self.__class__(self.data + (other if isinstance(other, str) else str(other)))

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, str) else str(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def format(self, /, *args, **kwds):
        return self.data.format(*args, **kwds)

    def format_map(self, mapping):
        return self.data.format_map(mapping)

    # Their arguments have names.
    def encode(self, encoding="utf-8", errors="strict"):
        return self.data.encode(encoding, errors)

    def rsplit(self, sep=None, maxsplit=-1):
        return self.data.rsplit(sep, maxsplit)

    def split(self, sep=None, maxsplit=-1):
        return self.data.split(sep, maxsplit)

    def splitlines(self, keepends=False):
        return self.data.splitlines(keepends)


_add_methods(UserString, _answering, """
    count endswith find index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric
    isprintable isspace istitle isupper join partition rfind rindex rpartition startswith""")
_add_methods(UserString, _making, """
    capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix replace rjust
    rstrip strip swapcase title translate upper zfill""")
UserString.maketrans = str.maketrans
UserDict.__module__ = UserList.__module__ = UserString.__module__ = "collections"
