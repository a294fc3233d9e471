"""What the operators and the builtin functions do when a method written in Python is involved.

The engine's C++ code never calls Python. Where it would have to, it leaves the work to the function
here that is named after the operation: `operation__…` for operators, `builtins__…` for builtin
functions, `cls____method__` for methods and `cls__new` for constructors. Their parameters are those
of the C++ function in the order of its slots (positional, keyword-only, *args, **kwargs), all of
them ordinary parameters. Their frames do not show in tracebacks.

lookup(cls, name) finds a special method as CPython does: on the class, past the instance.
"""
from _engine import *

_omitted = object()  # an argument that was left out


def _name(value):
    return type(value).__name__


# ---- operators -----------------------------------------------------------------------------------

# In the order of the engine's BinaryOp: the methods' names and the symbol.
_BINARY = (
    ("__add__", "__radd__", "__iadd__", "+"),
    ("__sub__", "__rsub__", "__isub__", "-"),
    ("__mul__", "__rmul__", "__imul__", "*"),
    ("__matmul__", "__rmatmul__", "__imatmul__", "@"),
    ("__truediv__", "__rtruediv__", "__itruediv__", "/"),
    ("__mod__", "__rmod__", "__imod__", "%"),
    ("__pow__", "__rpow__", "__ipow__", "**"),
    ("__lshift__", "__rlshift__", "__ilshift__", "<<"),
    ("__rshift__", "__rrshift__", "__irshift__", ">>"),
    ("__or__", "__ror__", "__ior__", "|"),
    ("__xor__", "__rxor__", "__ixor__", "^"),
    ("__and__", "__rand__", "__iand__", "&"),
    ("__floordiv__", "__rfloordiv__", "__ifloordiv__", "//"),
)
# What these do with + and * comes last in CPython: first the other operand is asked.
_SEQUENCES = (list, tuple, str, bytes)


def operation__binary(op, a, b, in_place):
    forward, reflected, changing, symbol = _BINARY[op]
    cls = type(a)
    other = type(b)
    method = lookup(cls, forward)
    swapped = None if cls is other else lookup(other, reflected)
    if swapped is not None:
        first = False
        if subtype(other, cls):
            first = swapped is not lookup(cls, reflected)
        elif symbol == "+" or symbol == "*":
            first = layout(cls) in _SEQUENCES and is_native(method)
        if first:
            result = swapped(b, a)
            if result is not NotImplemented:
                return result
            swapped = None
    if in_place:
        change = lookup(cls, changing)
        if change is not None:
            result = change(a, b)
            if result is not NotImplemented:
                return result
    return _last_of_binary(method, swapped, a, b, symbol, in_place)


def _last_of_binary(method, swapped, a, b, symbol, in_place):
    if method is not None:
        result = method(a, b)
        if result is not NotImplemented:
            return result
    if swapped is not None:
        result = swapped(b, a)
        if result is not NotImplemented:
            return result
    if in_place:
        symbol += "="
    elif symbol == "**":
        symbol = "** or pow()"
    raise TypeError(f"unsupported operand type(s) for {symbol}: '{_name(a)}' and '{_name(b)}'")


def operation__binary_declined(op, a, b, in_place):
    """The method of a's class that is asked first was called by the engine; it answered NotImplemented."""
    forward, reflected, changing, symbol = _BINARY[op]
    cls = type(a)
    other = type(b)
    method = lookup(cls, forward) if in_place and lookup(cls, changing) is not None else None
    swapped = None if cls is other else lookup(other, reflected)
    return _last_of_binary(method, swapped, a, b, symbol, in_place)


# In the order of UnaryOp.
_UNARY = (("__neg__", "-"), ("__pos__", "+"), ("__invert__", "~"))


def operation__unary(op, value):
    name, symbol = _UNARY[op]
    method = lookup(type(value), name)
    if method is None:
        raise TypeError(f"bad operand type for unary {symbol}: '{_name(value)}'")
    return method(value)


# In the order of CompareOp: the method, the one for swapped operands, the symbol.
_COMPARISONS = (
    ("__lt__", "__gt__", "<"),
    ("__le__", "__ge__", "<="),
    ("__eq__", "__eq__", "=="),
    ("__ne__", "__ne__", "!="),
    ("__gt__", "__lt__", ">"),
    ("__ge__", "__le__", ">="),
)


def _unequal(cls, a, b):
    """cls.__ne__(a, b), which unless written is the opposite of __eq__."""
    method = lookup(cls, "__ne__")
    if method is not None and not is_native(method):
        return method(a, b)
    method = lookup(cls, "__eq__")
    if method is None:
        return NotImplemented
    result = method(a, b)
    return result if result is NotImplemented else not result


def operation__compare(op, a, b):
    name, swapped, symbol = _COMPARISONS[op]
    cls = type(a)
    other = type(b)
    b_first = cls is not other and subtype(other, cls)
    if name == "__ne__":
        if b_first:
            result = _unequal(other, b, a)
            if result is not NotImplemented:
                return result
        result = _unequal(cls, a, b)
        if result is not NotImplemented:
            return result
        if not b_first:
            result = _unequal(other, b, a)
            if result is not NotImplemented:
                return result
        return a is not b
    if b_first:
        method = lookup(other, swapped)
        if method is not None:
            result = method(b, a)
            if result is not NotImplemented:
                return result
    method = lookup(cls, name)
    if method is not None:
        result = method(a, b)
        if result is not NotImplemented:
            return result
    return _last_of_compare(name, None if b_first else lookup(other, swapped), a, b, symbol)


def _last_of_compare(name, method, a, b, symbol):
    if method is not None:
        result = method(b, a)
        if result is not NotImplemented:
            return result
    if name == "__eq__":
        return a is b
    raise TypeError(f"'{symbol}' not supported between instances of '{_name(a)}' and '{_name(b)}'")


def operation__compare_declined(op, a, b):
    """As operation__binary_declined."""
    name, swapped, symbol = _COMPARISONS[op]
    if name == "__ne__":
        result = _unequal(type(b), b, a)
        return a is not b if result is NotImplemented else result
    return _last_of_compare(name, lookup(type(b), swapped), a, b, symbol)


def operation__equals(a, b):
    return True if a is b or a == b else False


# Most lengths are below this; comparing with a number of the engine's small ints is quick.
_PLAIN_LENGTH = 1 << 40
# Hashes are 64-bit numbers.
_LEAST_HASH = -(1 << 63)
_END_OF_HASHES = 1 << 63


def operation__truth(value):
    cls = type(value)
    method = lookup(cls, "__bool__")
    if method is not None:
        result = method(value)
        if result is True or result is False:
            return result
        raise TypeError(f"__bool__ should return bool, returned {_name(result)}")
    if lookup(cls, "__len__") is None:
        return True
    return operation__length(value) != 0


def operation__length(value):
    method = lookup(type(value), "__len__")
    if method is None:
        raise TypeError(f"object of type '{_name(value)}' has no len()")
    length = method(value)
    if type(length) is not int:
        length = operation__index(length)
    if 0 <= length < _PLAIN_LENGTH:
        return length
    if length < 0:
        raise ValueError("__len__() should return >= 0")
    if length >= _END_OF_HASHES:
        raise OverflowError(f"cannot fit '{_name(length)}' into an index-sized integer")
    return length


def operation__index(value):
    if isinstance(value, int):
        return value
    method = lookup(type(value), "__index__")
    if method is None:
        raise TypeError(f"'{_name(value)}' object cannot be interpreted as an integer")
    result = method(value)
    if not isinstance(result, int):
        raise TypeError(f"__index__ returned non-int (type {_name(result)})")
    return result


def operation__hash(value):
    method = lookup(type(value), "__hash__")
    if method is None:
        raise TypeError(f"unhashable type: '{_name(value)}'")
    result = method(value)
    if not isinstance(result, int):
        raise TypeError("__hash__ method should return an integer")
    if _LEAST_HASH <= result < _END_OF_HASHES:
        return -2 if result == -1 else int(result)
    return hash(int(result))


# ---- items ---------------------------------------------------------------------------------------


def _plain_slice(key):
    """A slice whose parts are ints or None, whatever __index__ they have."""
    start, stop, step = key.start, key.stop, key.step
    try:
        if start is not None:
            start = operation__index(start)
        if stop is not None:
            stop = operation__index(stop)
        if step is not None:
            step = operation__index(step)
    except TypeError:
        raise TypeError("slice indices must be integers or None or have an __index__ method") from None
    return slice(start, stop, step)


def _item_key(key):
    return _plain_slice(key) if type(key) is slice else operation__index(key)




def operation__getitem(container, key):
    cls = type(container)
    if subtype(cls, type) and lookup(cls, "__getitem__") is None:
        method = lookup(container, "__class_getitem__")
        if method is not None:
            return container.__class_getitem__(key)
        if _is_generic(container):
            return _GenericAlias(container, key)
        raise TypeError(f"type '{container.__name__}' is not subscriptable")
    method = lookup(cls, "__getitem__")
    if method is None:
        raise TypeError(f"'{cls.__name__}' object is not subscriptable")
    if not is_native(method):
        return method(container, key)
    if layout(cls) is dict:
        value = dict.get(container, key, _absent)
        if value is not _absent:
            return value
        method = lookup(cls, "__missing__")
        if method is not None:
            return method(container, key)
        raise KeyError(key)
    return raw_get(container, _item_key(key))


def operation__setitem(container, key, value):
    cls = type(container)
    method = lookup(cls, "__setitem__")
    if method is None:
        raise TypeError(f"'{cls.__name__}' object does not support item assignment")
    if not is_native(method):
        method(container, key, value)
    elif layout(cls) is dict:
        dict____setitem__(container, key, value)
    else:
        list____setitem__(container, key, value)


def operation__delitem(container, key):
    cls = type(container)
    method = lookup(cls, "__delitem__")
    if method is None:
        raise TypeError(f"'{cls.__name__}' object doesn't support item deletion")
    if not is_native(method):
        method(container, key)
    elif layout(cls) is dict:
        dict____delitem__(container, key)
    else:
        raw_delete(container, _item_key(key))


def operation__contains(container, item):
    cls = type(container)
    method = lookup(cls, "__contains__")
    if method is not None:
        return True if method(container, item) else False
    if hasattr(cls, "__contains__"):  # it is None
        raise TypeError(f"'{cls.__name__}' object is not a container")
    if lookup(cls, "__iter__") is None and lookup(cls, "__getitem__") is None:
        raise TypeError(f"argument of type '{cls.__name__}' is not iterable")
    for other in container:
        if other is item or other == item:
            return True
    return False


# ---- iteration -----------------------------------------------------------------------------------
# What wrap_iterator() makes is gone through by several threads at once (vm/library_iterator.h): the
# generators below keep nothing from one item to the next but in what they are given.


_ENDLESS = 1 << 62


def _sequence(value, source):
    """The items value[0], value[1], … until there are no more. `source`: [the indices to come], [] at the end."""
    method = lookup(type(value), "__getitem__")
    for indices in source:
        for index in indices:
            try:
                item = method(value, index)
            except (IndexError, StopIteration):
                source.clear()
                return
            except Exception:  # next time the same item is asked for
                source[:] = (iter(range(index, _ENDLESS)),)
                raise
            yield item


def _reversed_sequence(value, source):
    method = lookup(type(value), "__getitem__")
    for indices in source:
        for index in indices:
            try:
                item = method(value, index)
            except (IndexError, StopIteration):
                source.clear()
                return
            except Exception:
                source.clear()
                raise
            yield item


def _until(functions, sentinel):
    """`functions`: [the function], [None] once it has given the sentinel."""
    while True:
        function = functions[0]
        if function is None:
            return
        try:
            item = function()
        except StopIteration:
            functions[0] = None
            return
        if item is sentinel or item == sentinel:
            functions[0] = None
            return
        yield item


def _iterator(value):
    cls = type(value)
    method = lookup(cls, "__iter__")
    if method is not None:
        iterator = method(value)
        if lookup(type(iterator), "__next__") is None:
            raise TypeError(f"iter() returned non-iterator of type '{_name(iterator)}'")
        return iterator
    if lookup(cls, "__getitem__") is not None and not hasattr(cls, "__iter__"):
        return wrap_iterator("iterator", _sequence, value, [iter(range(_ENDLESS))])
    raise TypeError(f"'{cls.__name__}' object is not iterable")


def operation__iter(value):
    return unwrap_iterator(_iterator(value))


def operation__collect(iterable):
    return [item for item in iterable]


def builtins__iter(object, sentinel=_omitted):
    if sentinel is _omitted:
        return _iterator(object)
    if not callable(object):
        raise TypeError("iter(v, w): v must be callable")
    return wrap_iterator("callable_iterator", _until, [object], sentinel)


def _next_of_wrapped(self):
    return next(unwrap_iterator(self))


map____next__ = filter____next__ = zip____next__ = enumerate____next__ = _next_of_wrapped
reversed____next__ = iterator____next__ = callable_iterator____next__ = _next_of_wrapped


def enumerate__new(cls, iterable, start=0):
    start = operation__index(start)
    return wrap_iterator("enumerate", _enumerate, iter(iterable), iter(range(start, start + _ENDLESS)))


def _enumerate(iterator, numbers):
    for item in iterator:
        for number in numbers:
            break
        yield number, item


def zip__new(cls, strict, iterables):
    iterators = [iter(iterable) for iterable in iterables]
    if strict:
        return wrap_iterator("zip", _zip_strictly, iterators)
    if len(iterators) == 2:
        return wrap_iterator("zip", _zip_two, iterators[0], iterators[1])
    return wrap_iterator("zip", _zip, iterators)


def _zip_two(first, second):
    for a in first:
        for b in second:
            yield a, b
            break
        else:
            return


def _zip(iterators):
    if not iterators:
        return
    while True:
        row = []
        for iterator in iterators:
            for item in iterator:
                row.append(item)
                break
            else:
                return
        yield tuple(row)


def _arguments(count):
    return "argument 1" if count == 1 else f"arguments 1-{count}"


def _zip_strictly(iterators):
    if not iterators:
        return
    while True:
        row = []
        for number, iterator in enumerate(iterators):
            for item in iterator:
                row.append(item)
                break
            else:
                if number:
                    raise ValueError(f"zip() argument {number + 1} is shorter than {_arguments(number)}")
                for later in range(1, len(iterators)):
                    for item in iterators[later]:
                        raise ValueError(f"zip() argument {later + 1} is longer than {_arguments(later)}")
                return
        yield tuple(row)


def map__new(cls, args):
    if len(args) < 2:
        raise TypeError("map() must have at least two arguments.")
    if len(args) == 2:
        return wrap_iterator("map", _map, args[0], iter(args[1]))
    return wrap_iterator("map", _map_many, args[0], [iter(argument) for argument in args[1:]])


def _map(function, iterator):
    try:
        for item in iterator:
            yield function(item)
    except StopIteration:  # the function's: it ends the iteration
        return


def _map_many(function, iterators):
    try:
        for row in _zip(iterators):
            yield function(*row)
    except StopIteration:
        return


def filter__new(cls, function, iterable):
    if function is None or function is bool:
        return wrap_iterator("filter", _filter_true, iter(iterable))
    return wrap_iterator("filter", _filter, function, iter(iterable))


def _filter_true(iterator):
    for item in iterator:
        if item:
            yield item


def _filter(function, iterator):
    try:
        for item in iterator:
            if function(item):
                yield item
    except StopIteration:
        return


def reversed__new(cls, sequence):
    method = lookup(type(sequence), "__reversed__")
    if method is not None:
        return method(sequence)
    denied = getattr(type(sequence), "__reversed__", _omitted) is None
    if denied or lookup(type(sequence), "__getitem__") is None:
        raise TypeError(f"'{_name(sequence)}' object is not reversible")
    return wrap_iterator("reversed", _reversed_sequence, sequence, [iter(range(len(sequence) - 1, -1, -1))])


# ---- builtin functions over iterables ------------------------------------------------------------


def builtins__all(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def builtins__any(iterable):
    for item in iterable:
        if item:
            return True
    return False


builtins__len = operation__length


def builtins__max(key=None, default=_omitted, args=()):
    return _extreme("max", key, default, args)


def builtins__min(key=None, default=_omitted, args=()):
    return _extreme("min", key, default, args)


def _extreme(name, key, default=_omitted, args=()):
    iterator = iter(args[0] if len(args) == 1 else args)
    for best in iterator:
        break
    else:
        if default is _omitted:
            raise ValueError(f"{name}() arg is an empty sequence")
        return default
    if key is None:
        if name == "max":
            for item in iterator:
                if item > best:
                    best = item
        else:
            for item in iterator:
                if item < best:
                    best = item
        return best
    best_key = key(best)
    if name == "max":
        for item in iterator:
            item_key = key(item)
            if item_key > best_key:
                best, best_key = item, item_key
    else:
        for item in iterator:
            item_key = key(item)
            if item_key < best_key:
                best, best_key = item, item_key
    return best


def builtins__sum(iterable, start=0):
    for item in iterable:
        start = start + item
    return start


def builtins__sorted(iterable, key=None, reverse=False):
    items = [item for item in iterable]
    list__sort(items, key, reverse)
    return items


# ---- other builtin functions ---------------------------------------------------------------------


def builtins__abs(x):
    method = lookup(type(x), "__abs__")
    if method is None:
        raise TypeError(f"bad operand type for abs(): '{_name(x)}'")
    return method(x)


def builtins__bin(number):
    return bin(operation__index(number))


def builtins__oct(number):
    return oct(operation__index(number))


def builtins__hex(number):
    return hex(operation__index(number))


def builtins__chr(i):
    return chr(operation__index(i))


def builtins__hash(obj):
    return operation__hash(obj)


def builtins__divmod(x, y):
    cls, other = type(x), type(y)
    method = lookup(cls, "__divmod__")
    swapped = None if cls is other else lookup(other, "__rdivmod__")
    if swapped is not None and subtype(other, cls) and swapped is not lookup(cls, "__rdivmod__"):
        result = swapped(y, x)
        if result is not NotImplemented:
            return result
        swapped = None
    if method is not None:
        result = method(x, y)
        if result is not NotImplemented:
            return result
    if swapped is not None:
        result = swapped(y, x)
        if result is not NotImplemented:
            return result
    raise TypeError(f"unsupported operand type(s) for divmod(): '{cls.__name__}' and '{other.__name__}'")


def builtins__pow(base, exp, mod=None):
    if mod is None:
        return operation__binary(6, base, exp, False)
    method = lookup(type(base), "__pow__")
    if method is not None:
        result = method(base, exp, mod)
        if result is not NotImplemented:
            return result
    raise TypeError("unsupported operand type(s) for ** or pow(): "
                    f"'{_name(base)}', '{_name(exp)}', '{_name(mod)}'")


def builtins__round(number, ndigits=None):
    method = lookup(type(number), "__round__")
    if method is None:
        raise TypeError(f"type {_name(number)} doesn't define __round__ method")
    if ndigits is None:
        return method(number)
    if is_native(method):
        return round(number, operation__index(ndigits))
    return method(number, ndigits)


# ---- text ----------------------------------------------------------------------------------------


def operation__repr(value):
    text = lookup(type(value), "__repr__")(value)
    if not isinstance(text, str):
        raise TypeError(f"__repr__ returned non-string (type {_name(text)})")
    return text


def builtins__repr(obj):
    return operation__repr(obj)


def method____repr__(self):
    function = self.__func__
    name = getattr(function, "__qualname__", getattr(function, "__name__", None))
    return f"<bound method {name if isinstance(name, str) else '?'} of {self.__self__!r}>"


def staticmethod____repr__(self):
    return f"<{type(self).__name__}({self.__func__!r})>"


classmethod____repr__ = staticmethod____repr__


def builtins__ascii(obj):
    return _ascii(operation__repr(obj))


def _ascii(text):
    if text.isascii():
        return text
    return text.encode("ascii", "backslashreplace").decode("ascii")


def operation__str(value):
    text = lookup(type(value), "__str__")(value)
    if not isinstance(text, str):
        raise TypeError(f"__str__ returned non-string (type {_name(text)})")
    return text


def operation__format(value, spec):
    method = lookup(type(value), "__format__")
    text = method(value, spec)
    if not isinstance(text, str):
        raise TypeError(f"__format__ must return a str, not {_name(text)}")
    return text


def builtins__format(value, format_spec=""):
    return operation__format(value, format_spec)


def builtins__print(sep, end, file, flush, args):
    if sep is None:
        sep = " "
    elif not isinstance(sep, str):
        raise TypeError(f"sep must be None or a string, not {_name(sep)}")
    if end is None:
        end = "\n"
    elif not isinstance(end, str):
        raise TypeError(f"end must be None or a string, not {_name(end)}")
    stream = stream_of(file)
    if stream is None:
        return
    if type(stream) is int:
        write(stream, sep.join([str(item) for item in args]) + end)
        return
    put = stream.write
    first = True
    for item in args:
        if first:
            first = False
        else:
            put(sep)
        put(str(item))
    put(end)
    if flush:
        stream.flush()


def builtins__input(prompt=_missing):
    import sys

    streams = []
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name, None)
        if stream is None:
            raise RuntimeError(f"input(): lost sys.{name}")
        streams.append(stream)
    stdin, stdout, stderr = streams
    _flush(stderr)
    if prompt is not _missing:
        stdout.write(str(prompt))
    _flush(stdout)
    line = stdin.readline()
    if not isinstance(line, (str, bytes)):
        raise TypeError("object.readline() returned non-string")
    if not line:
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n" if isinstance(line, str) else b"\n")


def _flush(stream):
    try:
        stream.flush()
    except Exception:
        pass


# ---- exceptions ----------------------------------------------------------------------------------


def BaseException____str__(self):
    args = self.args
    if not args:
        return ""
    if len(args) > 1:
        return repr(args)
    return repr(args[0]) if isinstance(self, KeyError) else str(args[0])


def BaseException____repr__(self):
    args = self.args
    return f"{_name(self)}({args[0]!r})" if len(args) == 1 else f"{_name(self)}{args!r}"
