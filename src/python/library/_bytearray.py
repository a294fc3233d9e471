"""bytearray: bytes that can be changed.

The bytes are the ints of a list, so each change is one operation of the list, whatever other threads
do meanwhile. What bytes can do is done by a bytes object made of them.
"""

_missing = object()


def _plain(value):
    """A bytearray as bytes; anything else as it is."""
    return bytes(value) if isinstance(value, bytearray) else value


def _byte(value):
    if not isinstance(value, int):
        if not hasattr(type(value), "__index__"):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        value = value.__index__()
    if not 0 <= value <= 255:
        raise ValueError("byte must be in range(0, 256)")
    return int(value)


def _is_bytes_like(value):
    return isinstance(value, (bytes, bytearray))


class bytearray:
    __slots__ = ("_bytes",)
    __hash__ = None

    def __init__(self, source=_missing, encoding=_missing, errors=_missing):
        options = [option for option in (encoding, errors) if option is not _missing]
        if source is _missing:
            if options:
                raise TypeError(f"{'encoding' if encoding is not _missing else 'errors'} without a string argument")
            self._bytes = []
        elif isinstance(source, str):
            if encoding is _missing:
                raise TypeError("string argument without an encoding")
            self._bytes = list(source.encode(*options))
        elif options:
            raise TypeError(f"{'encoding' if encoding is not _missing else 'errors'} without a string argument")
        elif _is_bytes_like(source) or hasattr(type(source), "__index__"):
            self._bytes = list(bytes(source))
        elif hasattr(type(source), "__iter__") or hasattr(type(source), "__getitem__"):
            self._bytes = [_byte(item) for item in source]
        else:
            raise TypeError(f"cannot convert '{type(source).__name__}' object to bytearray")

    @classmethod
    def fromhex(cls, string, /):
        return cls(bytes.fromhex(string))

    maketrans = staticmethod(bytes.maketrans)

    def __bytes__(self):
        return bytes(self._bytes)

    def __repr__(self):
        return f"{type(self).__name__}({bytes(self._bytes)!r})"

    # ---- items ---------------------------------------------------------------------------------

    def __len__(self):
        return len(self._bytes)

    def __iter__(self):
        return iter(self._bytes)

    def __reversed__(self):
        return reversed(self._bytes)

    def __contains__(self, item):
        return _plain(item) in bytes(self._bytes)

    def _check_index(self, index):
        if not hasattr(type(index), "__index__"):
            raise TypeError(f"bytearray indices must be integers or slices, not {type(index).__name__}")

    def __getitem__(self, index):
        if isinstance(index, slice):
            return bytearray(bytes(self._bytes[index]))
        self._check_index(index)
        try:
            return self._bytes[index]
        except IndexError:
            raise IndexError("bytearray index out of range") from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if isinstance(value, (int, str)) or not hasattr(type(value), "__iter__"):
                raise TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
            items = [_byte(item) for item in value]
            step = index.indices(len(self._bytes))[2]
            places = len(range(*index.indices(len(self._bytes))))
            if step != 1 and places != len(items):
                raise ValueError(f"attempt to assign bytes of size {len(items)} to extended slice of size {places}")
            self._bytes[index] = items
            return
        self._check_index(index)
        value = _byte(value)
        try:
            self._bytes[index] = value
        except IndexError:
            raise IndexError("bytearray index out of range") from None

    def __delitem__(self, index):
        if not isinstance(index, slice):
            self._check_index(index)
        try:
            del self._bytes[index]
        except IndexError:
            raise IndexError("bytearray index out of range") from None

    def append(self, item, /):
        self._bytes.append(_byte(item))

    def extend(self, iterable_of_ints, /):
        if not hasattr(type(iterable_of_ints), "__iter__"):
            raise TypeError(f"can't extend bytearray with {type(iterable_of_ints).__name__}")
        self._bytes.extend([_byte(item) for item in iterable_of_ints])

    def insert(self, index, item, /):
        self._bytes.insert(index, _byte(item))

    def pop(self, index=-1, /):
        try:
            return self._bytes.pop(index)
        except IndexError:
            raise IndexError("pop index out of range" if self._bytes else "pop from empty bytearray") from None

    def remove(self, value, /):
        try:
            self._bytes.remove(_byte(value))
        except ValueError as error:
            if "range" in str(error):
                raise
            raise ValueError("value not found in bytearray") from None

    def reverse(self):
        self._bytes.reverse()

    def clear(self):
        self._bytes.clear()

    def copy(self):
        return bytearray(self)

    # ---- operators -----------------------------------------------------------------------------

    def __eq__(self, other):
        return bytes(self._bytes) == _plain(other) if _is_bytes_like(other) else NotImplemented

    def __lt__(self, other):
        return bytes(self._bytes) < _plain(other) if _is_bytes_like(other) else NotImplemented

    def __le__(self, other):
        return bytes(self._bytes) <= _plain(other) if _is_bytes_like(other) else NotImplemented

    def __gt__(self, other):
        return bytes(self._bytes) > _plain(other) if _is_bytes_like(other) else NotImplemented

    def __ge__(self, other):
        return bytes(self._bytes) >= _plain(other) if _is_bytes_like(other) else NotImplemented

    def __add__(self, other):
        if not _is_bytes_like(other):
            raise TypeError(f"can't concat {type(other).__name__} to bytearray")
        return bytearray(bytes(self._bytes) + _plain(other))

    def __radd__(self, other):
        return other + bytes(self._bytes) if isinstance(other, bytes) else NotImplemented

    def __iadd__(self, other):
        if not _is_bytes_like(other):
            raise TypeError(f"can't concat {type(other).__name__} to bytearray")
        self._bytes.extend(_plain(other))
        return self

    def __mul__(self, count):
        if not hasattr(type(count), "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(count).__name__}'")
        return bytearray(bytes(self._bytes) * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._bytes *= count
        return self

    def __mod__(self, values):
        return bytearray(bytes(self._bytes) % values)


def _wrapped(value):
    """What a method of bytes answers, with bytearrays for bytes."""
    if isinstance(value, bytes):
        return bytearray(value)
    if isinstance(value, (list, tuple)):
        return type(value)([bytearray(part) for part in value])
    return value


def _add_method(name):
    method = getattr(bytes, name)

    def delegate(self, *args, **kwargs):
        return _wrapped(method(bytes(self._bytes), *[_argument(arg) for arg in args], **kwargs))

    delegate.__name__ = name
    delegate.__qualname__ = f"bytearray.{name}"
    setattr(bytearray, name, delegate)


def _argument(value):
    if isinstance(value, (list, tuple)):
        return type(value)([_plain(part) for part in value])
    return _plain(value)


for _name in (
    "capitalize center count decode endswith expandtabs find hex index isalnum isalpha isascii isdigit islower "
    "isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex rjust "
    "rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill"
).split():
    _add_method(_name)
bytearray.__module__ = "builtins"
