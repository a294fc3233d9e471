"""singledispatch and singledispatchmethod of functools: functions chosen by their first argument's class."""
from _update_wrapper import update_wrapper


def _place(cls, registered):
    """How far up the mro of `cls` stands `registered`, or the last class that claims to derive from it."""
    mro = cls.__mro__
    if registered in mro:
        return mro.index(registered)
    place = -1
    for index, base in enumerate(mro):
        if base is not object and issubclass(base, registered):
            place = index
    # Behind the class that claims it, before that one's own bases.
    return place + 0.5


def _find(cls, registry):
    best = None
    place = 0
    for candidate in registry:
        if not issubclass(cls, candidate):
            continue
        here = _place(cls, candidate)
        if best is None or here < place:
            best, place = candidate, here
        elif here == place:
            if issubclass(candidate, best):
                best = candidate
            elif not issubclass(best, candidate):
                raise RuntimeError(f"Ambiguous dispatch: {best} or {candidate}")
    return registry[best]


def _union_members(cls):
    """The classes of `A | B`, or None."""
    if type(cls).__name__ == "UnionType" and all([isinstance(part, type) for part in cls.__args__]):
        return cls.__args__
    return None


def singledispatch(func):
    """A function of which register() adds variants for other classes of the first argument."""
    registry = {object: func}
    found = {}

    def dispatch(cls):
        implementation = found.get(cls)
        if implementation is None:
            implementation = found[cls] = registry[cls] if cls in registry else _find(cls, registry)
        return implementation

    def register(cls, func=None):
        members = _union_members(cls)
        if members is None and not isinstance(cls, type):
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            cls, func = _annotated(cls)
            members = _union_members(cls)
        elif func is None:
            return lambda function: register(cls, function)
        for member in (cls,) if members is None else members:
            registry[member] = func
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


def _annotated(func):
    """The class the function's first parameter is annotated with, and the function."""
    annotations = getattr(func, "__annotations__", {})
    if not annotations:
        raise TypeError(f"Invalid first argument to `register()`: {func!r}. Use either "
                        "`@register(some_class)` or plain `@register` on an annotated function.")
    if any([isinstance(value, str) for value in annotations.values()]):
        from typing import get_type_hints

        annotations = get_type_hints(func)
    parameter, cls = next(iter(annotations.items()))
    if not isinstance(cls, type) and _union_members(cls) is None:
        raise TypeError(f"Invalid annotation for {parameter!r}. {cls!r} is not a class.")
    return cls, func


class singledispatchmethod:
    """singledispatch for methods: the argument behind self decides."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func = func
        self.dispatcher = singledispatch(func)

    def __get__(self, obj, cls=None):
        def dispatching(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)

        dispatching.register = self.register
        return update_wrapper(dispatching, self.func)

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)


singledispatch.__module__ = singledispatchmethod.__module__ = "functools"
