"""proxy of weakref: an object that passes everything on to another it does not keep alive."""
from _weakref import ReferenceType as ref


def _referent(proxy):
    value = object.__getattribute__(proxy, "_reference")()
    if value is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return value


class ProxyType:
    __slots__ = ("_reference", "__weakref__")
    __hash__ = None
    __class__ = property(lambda self: _referent(self).__class__)

    def __getattribute__(self, name):
        return getattr(_referent(self), name)

    def __setattr__(self, name, value):
        setattr(_referent(self), name, value)

    def __delattr__(self, name):
        delattr(_referent(self), name)

    def __repr__(self):
        value = _referent(self)
        return f"<weakproxy at {id(self):#x} to {type(value).__name__} at {id(value):#x}>"

    def __str__(self):
        return str(_referent(self))

    def __bool__(self):
        return bool(_referent(self))

    def __contains__(self, item):
        return item in _referent(self)

    def __reversed__(self):
        return reversed(_referent(self))

    def __setitem__(self, key, value):
        _referent(self)[key] = value

    def __delitem__(self, key):
        del _referent(self)[key]

    def __next__(self):
        return next(_referent(self))


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _referent(self)(*args, **kwargs)


def _plain(value):
    return _referent(value) if type(value) in (ProxyType, CallableProxyType) else value


def _passing(function):
    """A method that does `function` with the referents in the places of proxies."""
    return lambda self, *args: function(*[_plain(value) for value in (self, *args)])


def _add_methods():
    import operator

    for name in ("lt le eq ne gt ge add sub mul matmul truediv floordiv mod pow lshift rshift and or xor "
                 "iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor "
                 "neg pos invert getitem").split():
        function = getattr(operator, name, None) or getattr(operator, f"{name}_")
        setattr(ProxyType, f"__{name}__", _passing(function))
        if name in ("add sub mul matmul truediv floordiv mod pow lshift rshift and or xor").split():
            setattr(ProxyType, f"__r{name}__", _reflected(function))
    for function in (abs, len, iter, int, float, divmod, round):
        setattr(ProxyType, f"__{function.__name__}__", _passing(function))
    ProxyType.__index__ = _passing(operator.index)


def _reflected(function):
    return lambda self, other: function(_plain(other), _plain(self))


_add_methods()
ProxyTypes = (ProxyType, CallableProxyType)
for _cls in ProxyTypes:
    _cls.__module__ = "weakref"


def proxy(object, callback=None, /):
    """A stand-in for the object; ReferenceError once that is gone."""
    cls = CallableProxyType if callable(object) else ProxyType
    result = cls.__new__(cls)
    _set(result, "_reference", ref(object) if callback is None else ref(object, lambda _: callback(result)))
    return result


_set = object.__setattr__
