"""What the builtin methods of numbers and text leave to Python: arguments whose own methods are
written in Python (__index__, __str__, __format__, …) and templates that ask for attributes.

The native method answers Fallback and the function named after it takes over, with the same
parameters in the same order. Each makes plain values of its arguments and calls the native again.
"""
import math
from _engine import lookup

_MISSING = object()


def _as_index(value):
    if value is None or isinstance(value, int):
        return value
    result = type(value).__index__(value)
    if not isinstance(result, int):
        raise TypeError(f"__index__ returned non-int (type {type(result).__name__})")
    return result


def _as_float(value):
    if isinstance(value, float) or isinstance(value, int) or isinstance(value, str):
        return value
    kind = type(value)
    method = lookup(kind, "__float__")
    if method is None:
        method = lookup(kind, "__index__")
        return value if method is None else float(_as_index(value))
    result = method(value)
    if not isinstance(result, float):
        raise TypeError(f"{kind.__name__}.__float__ returned non-float (type {type(result).__name__})")
    return result


# ---- constructors -------------------------------------------------------------------------------


def _instance(cls, plain, value):
    return value if cls is plain else cls.__new__(cls, value)


def int__new(cls, x=0, base=10):
    kind = type(x)
    for name in ("__int__", "__index__", "__trunc__"):
        method = lookup(kind, name)
        if method is not None:
            break
    if method is None:
        return _instance(cls, int, int(x, _as_index(base)))
    number = method(x)
    if name == "__trunc__" and not isinstance(number, int):
        number = _as_index(number)
    if not isinstance(number, int):
        raise TypeError(f"{name} returned non-int (type {type(number).__name__})")
    return _instance(cls, int, int.__pos__(number))


def float__new(cls, x=0.0):
    return _instance(cls, float, float.__pos__(_as_float(x)))


def bool__new(cls, x=False):
    return True if x else False


def str__new(cls, object="", encoding=_MISSING, errors=_MISSING):
    return _instance(cls, str, operation__str(object))


def bytes__new(cls, source=b"", encoding=_MISSING, errors=_MISSING):
    method = lookup(type(source), "__bytes__")
    if method is None:
        if lookup(type(source), "__index__") is not None:
            content = bytes(_as_index(source))
        else:
            content = bytes([_as_index(item) for item in source])
    else:
        content = method(source)
        if not isinstance(content, bytes):
            raise TypeError(f"__bytes__ returned non-bytes (type {type(content).__name__})")
    return _instance(cls, bytes, content)


# ---- numbers ------------------------------------------------------------------------------------


def int__from_bytes(cls, bytes, byteorder, signed):
    return cls.from_bytes([_as_index(item) for item in bytes], byteorder, signed=True if signed else False)


def int__to_bytes(self, length, byteorder, signed):
    return self.to_bytes(_as_index(length), byteorder, signed=True if signed else False)


def int____round__(self, ndigits=None):
    return self.__round__(_as_index(ndigits))


def float____round__(self, ndigits=None):
    return self.__round__(_as_index(ndigits))


def _of_reals(function):
    def converted(x, y=_MISSING):
        if y is _MISSING:
            return function(_as_float(x))
        return function(_as_float(x), _as_float(y))

    return converted


math__fabs = _of_reals(math.fabs)
math__cbrt = _of_reals(math.cbrt)
math__exp = _of_reals(math.exp)
math__exp2 = _of_reals(math.exp2)
math__expm1 = _of_reals(math.expm1)
math__log = _of_reals(math.log)
math__log1p = _of_reals(math.log1p)
math__log2 = _of_reals(math.log2)
math__log10 = _of_reals(math.log10)
math__sqrt = _of_reals(math.sqrt)
math__acos = _of_reals(math.acos)
math__asin = _of_reals(math.asin)
math__atan = _of_reals(math.atan)
math__atan2 = _of_reals(math.atan2)
math__cos = _of_reals(math.cos)
math__sin = _of_reals(math.sin)
math__tan = _of_reals(math.tan)
math__degrees = _of_reals(math.degrees)
math__radians = _of_reals(math.radians)
math__acosh = _of_reals(math.acosh)
math__asinh = _of_reals(math.asinh)
math__atanh = _of_reals(math.atanh)
math__cosh = _of_reals(math.cosh)
math__sinh = _of_reals(math.sinh)
math__tanh = _of_reals(math.tanh)
math__erf = _of_reals(math.erf)
math__erfc = _of_reals(math.erfc)
math__gamma = _of_reals(math.gamma)
math__lgamma = _of_reals(math.lgamma)
math__copysign = _of_reals(math.copysign)
math__fmod = _of_reals(math.fmod)
math__remainder = _of_reals(math.remainder)
math__nextafter = _of_reals(math.nextafter)
math__pow = _of_reals(math.pow)
math__ulp = _of_reals(math.ulp)
math__frexp = _of_reals(math.frexp)
math__modf = _of_reals(math.modf)
math__isfinite = _of_reals(math.isfinite)
math__isinf = _of_reals(math.isinf)
math__isnan = _of_reals(math.isnan)


def math__ldexp(x, i):
    return math.ldexp(_as_float(x), i)


def math__isclose(a, b, rel_tol=1e-09, abs_tol=0.0):
    return math.isclose(_as_float(a), _as_float(b), rel_tol=_as_float(rel_tol), abs_tol=_as_float(abs_tol))


def _of_method(name, function):
    def converted(x):
        method = lookup(type(x), name)
        return function(_as_float(x)) if method is None else method(x)

    return converted


math__floor = _of_method("__floor__", math.floor)
math__ceil = _of_method("__ceil__", math.ceil)
math__trunc = _of_method("__trunc__", math.trunc)


def math__comb(n, k):
    return math.comb(_as_index(n), _as_index(k))


def math__perm(n, k=None):
    return math.perm(_as_index(n), _as_index(k))


def math__factorial(n):
    return math.factorial(_as_index(n))


def math__isqrt(n):
    return math.isqrt(_as_index(n))


def math__gcd(integers):
    return math.gcd(*[_as_index(n) for n in integers])


def math__lcm(integers):
    return math.lcm(*[_as_index(n) for n in integers])


def math__hypot(coordinates):
    return math.hypot(*[_as_float(x) for x in coordinates])


def math__dist(p, q):
    return math.dist([_as_float(x) for x in p], [_as_float(x) for x in q])


def math__fsum(seq):
    return math.fsum([_as_float(x) for x in seq])


def math__prod(iterable, start=1):
    product = start
    for factor in iterable:
        product = product * factor
    return product


# ---- str ----------------------------------------------------------------------------------------


def str__join(self, iterable):
    return self.join([item for item in iterable])


def str__count(self, sub, start=None, end=None):
    return self.count(sub, _as_index(start), _as_index(end))


def str__find(self, sub, start=None, end=None):
    return self.find(sub, _as_index(start), _as_index(end))


def str__rfind(self, sub, start=None, end=None):
    return self.rfind(sub, _as_index(start), _as_index(end))


def str__index(self, sub, start=None, end=None):
    return self.index(sub, _as_index(start), _as_index(end))


def str__rindex(self, sub, start=None, end=None):
    return self.rindex(sub, _as_index(start), _as_index(end))


def str__startswith(self, prefix, start=None, end=None):
    return self.startswith(prefix, _as_index(start), _as_index(end))


def str__endswith(self, suffix, start=None, end=None):
    return self.endswith(suffix, _as_index(start), _as_index(end))


def str__replace(self, old, new, count=-1):
    return self.replace(old, new, _as_index(count))


def str__split(self, sep=None, maxsplit=-1):
    return self.split(sep, _as_index(maxsplit))


def str__rsplit(self, sep=None, maxsplit=-1):
    return self.rsplit(sep, _as_index(maxsplit))


def str__splitlines(self, keepends=False):
    return self.splitlines(_as_index(keepends))


def str__center(self, width, fillchar=_MISSING):
    width = _as_index(width)
    return self.center(width) if fillchar is _MISSING else self.center(width, fillchar)


def str__ljust(self, width, fillchar=_MISSING):
    width = _as_index(width)
    return self.ljust(width) if fillchar is _MISSING else self.ljust(width, fillchar)


def str__rjust(self, width, fillchar=_MISSING):
    width = _as_index(width)
    return self.rjust(width) if fillchar is _MISSING else self.rjust(width, fillchar)


def str__zfill(self, width):
    return self.zfill(_as_index(width))


def str__expandtabs(self, tabsize=8):
    return self.expandtabs(_as_index(tabsize))


def str____mul__(self, value):
    return self.__mul__(_as_index(value))


str____rmul__ = str____mul__


def str____getitem__(self, key):
    return self.__getitem__(_plain_key(key))


def _plain_key(key):
    if isinstance(key, slice):
        return slice(_as_index(key.start), _as_index(key.stop), _as_index(key.step))
    return _as_index(key)


def str__maketrans(x, y=_MISSING, z=_MISSING):
    table = {}
    for key in x:
        if isinstance(key, str) and len(key) != 1:
            raise ValueError("string keys in translate table must be of length 1")
        table[ord(key) if isinstance(key, str) else key] = x[key]
    return table


def str__translate(self, table):
    result = []
    for character in self:
        try:
            mapped = table[ord(character)]
        except LookupError:
            mapped = character
        if isinstance(mapped, str):
            result.append(mapped)
        elif isinstance(mapped, int):
            if not 0 <= mapped <= 0x10FFFF:
                raise ValueError("character mapping must be in range(0x110000)")
            result.append(chr(mapped))
        elif mapped is not None:
            raise TypeError("character mapping must return integer, None or str")
    return "".join(result)


def str____format__(self, format_spec):
    return str(self)  # there is no spec


int____format__ = str____format__
float____format__ = str____format__


# ---- bytes --------------------------------------------------------------------------------------

def bytes__join(self, iterable):
    parts = []
    for item in iterable:
        if isinstance(item, bytearray):
            item = bytes(item)
        elif not isinstance(item, bytes):
            raise TypeError(f"sequence item {len(parts)}: expected a bytes-like object, {type(item).__name__} found")
        parts.append(item)
    return bytes.join(self, parts)
bytes__count = str__count
bytes__find = str__find
bytes__rfind = str__rfind
bytes__index = str__index
bytes__rindex = str__rindex
bytes__startswith = str__startswith
bytes__endswith = str__endswith
bytes__replace = str__replace
bytes__split = str__split
bytes__rsplit = str__rsplit
bytes__splitlines = str__splitlines
bytes__center = str__center
bytes__ljust = str__ljust
bytes__rjust = str__rjust
bytes__zfill = str__zfill
bytes__expandtabs = str__expandtabs
bytes____mul__ = str____mul__
bytes____rmul__ = str____mul__
bytes____getitem__ = str____getitem__


def bytes__hex(self, sep=_MISSING, bytes_per_sep=1):
    return self.hex(sep, _as_index(bytes_per_sep))


def lock__acquire(self, blocking=True, timeout=-1):
    return self.acquire(_as_index(blocking), timeout if isinstance(timeout, float) else _as_index(timeout))


lock__acquire_lock = RLock__acquire = lock__acquire
