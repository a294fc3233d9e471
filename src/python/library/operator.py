"""The module operator: the operators as functions.

They are native (_operator); functions called operator__… are what they do where a method written in Python
is involved.
"""
from _engine import serve
from _operator import (
    add, and_, contains, delitem, eq, floordiv, ge, getitem, gt, iadd, iand, ifloordiv, ilshift,
    imatmul, imod, imul, index, inv, invert, ior, ipow, irshift, is_, is_not, isub, itruediv,
    ixor, le, lshift, lt, matmul, mod, mul, ne, neg, not_, or_, pos, pow, rshift, setitem, sub,
    truediv, truth, xor,
)
from builtins import abs

_absent = object()


# ---- getters and callers -------------------------------------------------------------------------


class itemgetter:
    """itemgetter(k)(x) is x[k], itemgetter(k, l)(x) is (x[k], x[l])."""

    def __init__(self, *items):
        if not items:
            raise TypeError("itemgetter expected 1 argument, got 0")
        self._items = items
        self._item = items[0] if len(items) == 1 else _absent

    def __call__(self, obj, /):
        if self._item is _absent:
            return tuple([obj[item] for item in self._items])
        return obj[self._item]

    def __repr__(self):
        return f"operator.itemgetter({', '.join([repr(item) for item in self._items])})"

    def __reduce__(self):
        return itemgetter, self._items


class attrgetter:
    """attrgetter("a.b")(x) is x.a.b, attrgetter("a", "b")(x) is (x.a, x.b)."""

    def __init__(self, *attrs):
        if not attrs:
            raise TypeError("attrgetter expected 1 argument, got 0")
        for attr in attrs:
            if not isinstance(attr, str):
                raise TypeError("attribute name must be a string")
        self._attrs = attrs
        self._paths = [attr.split(".") for attr in attrs]

    def __call__(self, obj, /):
        values = []
        for path in self._paths:
            value = obj
            for name in path:
                value = getattr(value, name)
            values.append(value)
        return values[0] if len(values) == 1 else tuple(values)

    def __repr__(self):
        return f"operator.attrgetter({', '.join([repr(attr) for attr in self._attrs])})"

    def __reduce__(self):
        return attrgetter, self._attrs


class methodcaller:
    """methodcaller("f", 1, a=2)(x) is x.f(1, a=2)."""

    def __init__(self, *args, **kwargs):
        if not args:
            raise TypeError("methodcaller needs at least one argument, the method name")
        if not isinstance(args[0], str):
            raise TypeError("method name must be a string")
        self._name = args[0]
        self._args = args[1:]
        self._kwargs = kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name)]
        parts += [repr(argument) for argument in self._args]
        parts += [f"{name}={value!r}" for name, value in self._kwargs.items()]
        return f"operator.methodcaller({', '.join(parts)})"


def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)


# ---- sequences -----------------------------------------------------------------------------------


def concat(a, b, /):
    if not hasattr(a, "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    return a + b


def iconcat(a, b, /):
    if not hasattr(a, "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    a += b
    return a


def countOf(a, b, /):
    count = 0
    for item in a:
        if item is b or item == b:
            count += 1
    return count


def indexOf(a, b, /):
    for place, item in enumerate(a):
        if item is b or item == b:
            return place
    raise ValueError("sequence.index(x): x not in sequence")


def length_hint(obj, default=0, /):
    """How many items there probably are."""
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    try:
        return len(obj)
    except TypeError:
        pass
    hint = getattr(type(obj), "__length_hint__", None)
    if hint is None:
        return default
    try:
        length = hint(obj)
    except TypeError:
        return default
    if length is NotImplemented:
        return default
    if not isinstance(length, int):
        raise TypeError(f"__length_hint__ must be an integer, not {type(length).__name__}")
    if length < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return length


# ---- by way of Python ----------------------------------------------------------------------------


@serve
def operator__add(a, b):
    return a + b


@serve
def operator__sub(a, b):
    return a - b


@serve
def operator__mul(a, b):
    return a * b


@serve
def operator__matmul(a, b):
    return a @ b


@serve
def operator__truediv(a, b):
    return a / b


@serve
def operator__mod(a, b):
    return a % b


@serve
def operator__pow(a, b):
    return a ** b


@serve
def operator__lshift(a, b):
    return a << b


@serve
def operator__rshift(a, b):
    return a >> b


@serve
def operator__or_(a, b):
    return a | b


@serve
def operator__xor(a, b):
    return a ^ b


@serve
def operator__and_(a, b):
    return a & b


@serve
def operator__floordiv(a, b):
    return a // b


@serve
def operator__iadd(a, b):
    a += b
    return a


@serve
def operator__isub(a, b):
    a -= b
    return a


@serve
def operator__imul(a, b):
    a *= b
    return a


@serve
def operator__imatmul(a, b):
    a @= b
    return a


@serve
def operator__itruediv(a, b):
    a /= b
    return a


@serve
def operator__imod(a, b):
    a %= b
    return a


@serve
def operator__ipow(a, b):
    a **= b
    return a


@serve
def operator__ilshift(a, b):
    a <<= b
    return a


@serve
def operator__irshift(a, b):
    a >>= b
    return a


@serve
def operator__ior(a, b):
    a |= b
    return a


@serve
def operator__ixor(a, b):
    a ^= b
    return a


@serve
def operator__iand(a, b):
    a &= b
    return a


@serve
def operator__ifloordiv(a, b):
    a //= b
    return a


@serve
def operator__lt(a, b):
    return a < b


@serve
def operator__le(a, b):
    return a <= b


@serve
def operator__eq(a, b):
    return a == b


@serve
def operator__ne(a, b):
    return a != b


@serve
def operator__gt(a, b):
    return a > b


@serve
def operator__ge(a, b):
    return a >= b


@serve
def operator__neg(a):
    return -a


@serve
def operator__pos(a):
    return +a


@serve
def operator__invert(a):
    return ~a


serve(operator__invert, "operator__inv")


@serve
def operator__truth(a):
    return True if a else False


@serve
def operator__not_(a):
    return not a


@serve
def operator__contains(a, b):
    return b in a


@serve
def operator__getitem(a, b):
    return a[b]


@serve
def operator__setitem(a, b, c):
    a[b] = c


@serve
def operator__delitem(a, b):
    del a[b]


@serve
def operator__index(a):
    return range(a).stop


# ---- the methods' names, for those who know them so ----------------------------------------------

__abs__, __add__, __and__, __call__, __concat__ = abs, add, and_, call, concat
__contains__, __delitem__, __eq__, __floordiv__, __ge__ = contains, delitem, eq, floordiv, ge
__getitem__, __gt__, __iadd__, __iand__, __iconcat__ = getitem, gt, iadd, iand, iconcat
__ifloordiv__, __ilshift__, __imatmul__, __imod__, __imul__ = ifloordiv, ilshift, imatmul, imod, imul
__index__, __inv__, __invert__, __ior__, __ipow__ = index, inv, invert, ior, ipow
__irshift__, __isub__, __itruediv__, __ixor__, __le__ = irshift, isub, itruediv, ixor, le
__lshift__, __lt__, __matmul__, __mod__, __mul__ = lshift, lt, matmul, mod, mul
__ne__, __neg__, __not__, __or__, __pos__ = ne, neg, not_, or_, pos
__pow__, __rshift__, __setitem__, __sub__, __truediv__ = pow, rshift, setitem, sub, truediv
__xor__ = xor
