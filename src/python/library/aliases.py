"""list[int] and int | str: types.GenericAlias and types.UnionType.

Both stand for types in annotations. A GenericAlias is called like the class it is of; a UnionType
answers isinstance().
"""
from _engine import layout, lookup, subtype

_GENERIC = (list, tuple, dict, set, frozenset, type, enumerate)  # builtin classes that take [...]


def _is_generic(cls):
    return layout(cls) in _GENERIC


def _parameters_of(args):
    """The type variables in `args`, each once, in order."""
    found = []
    for arg in args:
        if subtype(type(arg), type):
            continue
        if lookup(type(arg), "__typing_subst__") is not None:
            if arg not in found:
                found.append(arg)
        else:
            for parameter in getattr(arg, "__parameters__", ()):
                if parameter not in found:
                    found.append(parameter)
    return tuple(found)


def _substituted(alias, item):
    """The arguments of `alias` with `item` (one or a tuple) for its parameters."""
    parameters = alias.__parameters__
    if not parameters:
        raise TypeError(f"{alias!r} is not a generic class")
    items = item if subtype(type(item), tuple) else (item,)
    for parameter in parameters:
        prepare = lookup(type(parameter), "__typing_prepare_subst__")
        if prepare is not None:
            items = prepare(parameter, alias, items)
    if len(items) != len(parameters):
        word = "many" if len(items) > len(parameters) else "few"
        raise TypeError(f"Too {word} arguments for {alias!r}; actual {len(items)}, expected {len(parameters)}")
    values = {}
    for i in range(len(parameters)):
        values[parameters[i]] = items[i]
    replaced = []
    for arg in alias.__args__:
        if subtype(type(arg), type):
            replaced.append(arg)
            continue
        substitute = lookup(type(arg), "__typing_subst__")
        if substitute is not None:
            value = substitute(arg, values[arg])
            if subtype(type(value), tuple):
                replaced.extend(value)
            else:
                replaced.append(value)
            continue
        inner = getattr(arg, "__parameters__", ())
        if inner:
            chosen = []
            for parameter in inner:
                value = values[parameter]
                if subtype(type(value), tuple):
                    chosen.extend(value)
                else:
                    chosen.append(value)
            replaced.append(arg[tuple(chosen)])
        else:
            replaced.append(arg)
    return tuple(replaced)


def _alias_part(part):
    if part is Ellipsis:
        return "..."
    if subtype(type(part), _GenericAlias):
        return repr(part)
    if part is None or part is type(None):
        return "None"
    if subtype(type(part), type):
        return part.__qualname__ if part.__module__ == "builtins" else f"{part.__module__}.{part.__qualname__}"
    if subtype(type(part), list):
        return "[" + ", ".join([_alias_part(item) for item in part]) + "]"
    return repr(part)


class _GenericAlias:
    """list[int] and its kin."""

    def __init__(self, origin, args):
        args = args if subtype(type(args), tuple) else (args,)
        object.__setattr__(self, "__origin__", origin)
        object.__setattr__(self, "__args__", args)
        object.__setattr__(self, "__parameters__", _parameters_of(args))
        object.__setattr__(self, "__unpacked__", False)

    _shown = staticmethod(_alias_part)

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass  # it has no room for attributes
        return made

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") and name != "__name__" and name != "__qualname__":
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        return getattr(self.__origin__, name)

    def __setattr__(self, name, value):
        if hasattr(type(self), name) or name in ("__origin__", "__args__", "__parameters__"):
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'{type(self).__module__}.{type(self).__name__}' object has no attribute '{name}'")

    def __repr__(self):
        shown = [_alias_part(part) for part in self.__args__]
        inner = ", ".join(shown) if shown else "()"
        star = "*" if self.__unpacked__ else ""
        return f"{star}{_alias_part(self.__origin__)}[{inner}]"

    def __eq__(self, other):
        if not subtype(type(other), _GenericAlias):
            return NotImplemented
        return (self.__origin__ == other.__origin__ and self.__args__ == other.__args__
                and self.__unpacked__ == other.__unpacked__)

    def __hash__(self):
        return hash(self.__origin__) ^ hash(self.__args__)

    def __getitem__(self, key):
        return _GenericAlias(self.__origin__, _substituted(self, key))

    def __iter__(self):
        starred = _GenericAlias(self.__origin__, self.__args__)
        object.__setattr__(starred, "__unpacked__", True)
        yield starred

    def __or__(self, other):
        return _union_of(self, other)

    def __ror__(self, other):
        return _union_of(other, self)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, subclass):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")

    def __dir__(self):
        return dir(self.__origin__)


class _UnionType:
    """int | str."""

    __slots__ = ("__args__", "__parameters__")

    def __init__(self, args):
        _set_args(self, args)
        _set_parameters(self, _parameters_of(args))

    def __setattr__(self, name, value):
        if name == "__args__" or name == "__parameters__":
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'types.UnionType' object has no attribute '{name}'")

    def __repr__(self):
        return " | ".join([_alias_part(part) for part in self.__args__])

    def __or__(self, other):
        return _union_of(self, other)

    def __ror__(self, other):
        return _union_of(other, self)

    def __eq__(self, other):
        if type(other) is not _UnionType:
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __getitem__(self, key):
        made = None
        for arg in _substituted(self, key):
            made = arg if made is None else made | arg
        return made

    def __instancecheck__(self, instance):
        return _is_any(isinstance, instance, self.__args__)

    def __subclasscheck__(self, subclass):
        return _is_any(issubclass, subclass, self.__args__)


_set_args = _UnionType.__args__.__set__
_set_parameters = _UnionType.__parameters__.__set__


def _is_any(check, value, args):
    for arg in args:
        if not subtype(type(arg), type) and subtype(type(arg), _GenericAlias):
            raise TypeError(f"{check.__name__}() argument 2 cannot be a parameterized generic")
    for arg in args:
        if check(value, arg):
            return True
    return False


def _union_of(left, right):
    """left | right of types; NotImplemented if one is none."""
    args = []
    for side in (left, right):
        if side is None:
            side = type(None)
        if type(side) is _UnionType:
            parts = side.__args__
        elif subtype(type(side), type) or subtype(type(side), _GenericAlias):
            parts = (side,)
        else:
            return NotImplemented
        for part in parts:
            if part not in args:
                args.append(part)
    return args[0] if len(args) == 1 else _UnionType(tuple(args))


def type____or__(self, value):
    return _union_of(self, value)


def type____ror__(self, value):
    return _union_of(value, self)


_GenericAlias.__module__ = _UnionType.__module__ = "types"
_GenericAlias.__name__ = _GenericAlias.__qualname__ = "GenericAlias"
_UnionType.__name__ = _UnionType.__qualname__ = "UnionType"
