"""The module weakref: references that do not keep their object alive.

ref is native. An object is found dead by a collection, so what CPython does at once happens here at the
next one; gc.collect() is one. The containers leave out what is dead and forget it when they next change.
"""
from _engine import serve
from _weakref import ReferenceType, _keep_hash, getweakrefs

__all__ = ["CallableProxyType", "ProxyType", "ProxyTypes", "ReferenceType", "WeakKeyDictionary", "WeakMethod",
           "WeakSet", "WeakValueDictionary", "finalize", "getweakrefcount", "getweakrefs", "proxy", "ref"]

ref = ReferenceType


_CONTAINERS = ("WeakKeyDictionary", "WeakSet", "WeakValueDictionary")
_PROXIES = ("CallableProxyType", "ProxyType", "ProxyTypes", "proxy")


def __dir__():
    import sys

    return [*vars(sys.modules[__name__]), *_CONTAINERS, *_PROXIES]


def __getattr__(name):
    """Proxies and containers come when they are asked for."""
    if name in _CONTAINERS:
        import _weakref_containers as part
    elif name in _PROXIES:
        import _weakref_proxy as part
    else:
        raise AttributeError(f"module 'weakref' has no attribute {name!r}")
    return getattr(part, name)


def getweakrefcount(object, /):
    return len(getweakrefs(object))


@serve
def ReferenceType____hash__(self):
    value = hash(self())
    _keep_hash(self, value)
    return value


@serve
def ReferenceType____eq__(self, value):
    return self() == value()


@serve
def ReferenceType____ne__(self, value):
    return self() != value()


class WeakMethod(ref):
    """A weak reference to a bound method: gone when the object is, not when this binding is."""

    __slots__ = ("_func_ref", "_meth_type", "_alive", "__weakref__")

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def gone(reference):
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, obj, gone)
        self._func_ref = ref(func, gone)
        self._alive = True
        return self

    def __init__(self, meth, callback=None):
        pass

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        if obj is None or func is None:
            return None
        return func.__get__(obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._alive and other._alive:
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return self is other

    def __ne__(self, other):
        return not self == other if isinstance(other, WeakMethod) else NotImplemented

    __hash__ = ref.__hash__


class _Info:
    """What a finalizer that has not run yet is going to do."""

    __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")


class finalize:
    """Calls a function when an object goes away, or when the program ends."""

    __slots__ = ()
    _registry = {}
    _count = 0
    _at_exit = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._at_exit:
            import atexit

            finalize._at_exit = True
            atexit.register(self._exitfunc)
        info = _Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = finalize._count
        finalize._count += 1
        self._registry[self] = info

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info is not None:
            return info.func(*info.args, **(info.kwargs or {}))

    def _waiting(self):
        """(object, what is going to be done) while it has not run and the object is there, else (None, None)."""
        info = self._registry.get(self)
        obj = None if info is None else info.weakref()
        return (None, None) if obj is None else (obj, info)

    def peek(self):
        obj, info = self._waiting()
        if info is not None:
            return obj, info.func, info.args, info.kwargs or {}

    def detach(self):
        found = self.peek()
        if found is not None and self._registry.pop(self, None):
            return found

    @property
    def alive(self):
        return self in self._registry

    def _get_atexit(self):
        info = self._registry.get(self)
        return info is not None and info.atexit

    def _set_atexit(self, value):
        info = self._registry.get(self)
        if info is not None:
            info.atexit = bool(value)

    atexit = property(_get_atexit, _set_atexit)

    def __repr__(self):
        kind = type(self).__name__
        obj, _ = self._waiting()
        if obj is None:
            return f"<{kind} object at {id(self):#x}; dead>"
        return f"<{kind} object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>"

    @classmethod
    def _exitfunc(cls):
        """At the end of the program: the youngest first."""
        while True:
            waiting = [(info.index, finalizer) for finalizer, info in cls._registry.items() if info.atexit]
            if not waiting:
                return
            finalizer = max(waiting, key=lambda entry: entry[0])[1]
            try:
                finalizer()
            except Exception as error:
                import sys

                sys.excepthook(type(error), error, error.__traceback__)
