"""The module dataclasses: classes whose methods are made from their annotations.

Those that programs call often are compiled from text (_dataclass_methods), so that they cost what
written ones do; the other methods are closures over the names of the fields.
"""
from _dataclass_fields import (
    FIELD, INIT_VARIABLE, KW_ONLY, MISSING, Field, FrozenInstanceError, InitVar, add_slots, collect_fields,
    field, fields_of_init,
)
from _dataclass_methods import make_comparison, make_hash, make_init
from _engine import thread_number
from abc import update_abstractmethods

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple", "make_dataclass", "replace", "is_dataclass",
]

_FIELDS = "__dataclass_fields__"
_being_shown = set()


class _DataclassParams:
    """The arguments of @dataclass, kept in the class."""

    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.frozen = init, repr, frozen
        self.eq, self.order, self.unsafe_hash = eq, order, unsafe_hash

    def __repr__(self):
        parts = [f"{name}={getattr(self, name)!r}" for name in self.__slots__]
        return f"_DataclassParams({','.join(parts)})"


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds the methods that the annotations of the class ask for."""

    def wrap(cls):
        return _process(
            cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot
        )

    return wrap if cls is None else wrap(cls)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    bases = [getattr(base, "__dataclass_params__").frozen for base in cls.__mro__[1:] if _FIELDS in base.__dict__]
    all_fields = collect_fields(cls, kw_only)
    if any(bases) and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if frozen and bases and not all(bases):
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    setattr(cls, _FIELDS, all_fields)
    cls.__dataclass_params__ = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen)
    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_own_hash = own_hash is not MISSING and not (own_hash is None and "__eq__" in cls.__dict__)
    fields_here = [f for f in all_fields.values() if f._field_type is FIELD]
    if init:
        _add(cls, "__init__", make_init(cls, all_fields, frozen, slots), True)
    if repr:
        _add(cls, "__repr__", _make_repr([f.name for f in fields_here if f.repr]))
    compared = [f.name for f in fields_here if f.compare]
    if eq:
        _add(cls, "__eq__", make_comparison(cls, "__eq__", "==", compared))
    if order:
        for name, symbol in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _add(cls, name, make_comparison(cls, name, symbol, compared)):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                    "Consider using functools.total_ordering"
                )
    if frozen:
        for name, method in zip(("__setattr__", "__delattr__"), _make_frozen(cls, fields_here)):
            if _add(cls, name, method):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
    _decide_hash(cls, unsafe_hash, eq, frozen, fields_here, has_own_hash)
    if not cls.__dict__.get("__doc__"):
        cls.__doc__ = cls.__name__ + _signature(all_fields)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in fields_of_init(all_fields)[0]])
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = add_slots(cls)
    return update_abstractmethods(cls)


def _add(cls, name, method, overwrite=False):
    """Adds a method unless the class has its own: True then."""
    if name in cls.__dict__ and not overwrite:
        return True
    if name in cls.__dict__ and overwrite:
        return False
    method.__name__ = name
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, method)
    return False


def _signature(all_fields):
    """(x: int, y: str = 'a') for __doc__."""
    positional, by_keyword = fields_of_init(all_fields)
    parts = []
    for number, found in enumerate([*positional, *by_keyword]):
        if number == len(positional):
            parts.append("*")
        shown = found.type.__name__ if isinstance(found.type, type) else repr(found.type)
        if found.default is not MISSING:
            parts.append(f"{found.name}: {shown} = {found.default!r}")
        elif found.default_factory is not MISSING:
            parts.append(f"{found.name}: {shown} = <factory>")
        else:
            parts.append(f"{found.name}: {shown}")
    return f"({', '.join(parts)})"


def _make_repr(names):
    def __repr__(self):
        mark = (thread_number(), id(self))
        if mark in _being_shown:
            return "..."
        _being_shown.add(mark)
        try:
            parts = [f"{name}={getattr(self, name)!r}" for name in names]
        finally:
            _being_shown.discard(mark)
        return f"{self.__class__.__qualname__}({', '.join(parts)})"

    return __repr__


def _make_frozen(cls, fields_here):
    names = {f.name for f in fields_here}

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _decide_hash(cls, unsafe_hash, eq, frozen, fields_here, has_own_hash):
    if unsafe_hash:
        if has_own_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not eq or has_own_hash:
        return
    elif not frozen:
        cls.__hash__ = None
        return
    cls.__hash__ = make_hash(cls, [f.name for f in fields_here if (f.compare if f.hash is None else f.hash)])


def fields(class_or_instance):
    """The fields of a dataclass or of an instance, a tuple."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type is FIELD])


def is_dataclass(obj):
    """Is it a dataclass or an instance of one?"""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields and their values; what is inside of them likewise."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _plain(obj, lambda pairs: dict_factory(pairs), True)


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields; what is inside of them likewise."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _plain(obj, lambda values: tuple_factory(values), False)


def _plain(obj, factory, named):
    if _is_instance(obj):
        values = [(f.name, _plain(getattr(obj, f.name), factory, named)) for f in fields(obj)]
        return factory(values if named else [value for _, value in values])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_plain(value, factory, named) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_plain(value, factory, named) for value in obj])
    if isinstance(obj, dict):
        pairs = [(_plain(key, factory, named), _plain(value, factory, named)) for key, value in obj.items()]
        if hasattr(type(obj), "default_factory"):
            result = type(obj)(obj.default_factory)
            for key, value in pairs:
                result[key] = value
            return result
        return type(obj)(pairs)
    if type(obj) in (int, str, float, bool, bytes, type(None)):
        return obj
    import copy

    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False,
                   weakref_slot=False):
    """A dataclass from names, pairs of name and type, or triples with a default."""
    from keyword import iskeyword
    from types import new_class

    namespace = {} if namespace is None else namespace
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[name] = item[0], item[1], item[2]
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation

    def fill(names):
        names["__module__"] = "types"  # as in CPython
        names.update(namespace)
        names.update(defaults)
        names["__annotations__"] = annotations

    cls = new_class(cls_name, bases, {}, fill)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A new object of the same class with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for found in getattr(obj, _FIELDS).values():
        if found._field_type is not FIELD and found._field_type is not INIT_VARIABLE:
            continue
        if not found.init:
            if found.name in changes:
                raise ValueError(
                    f"field {found.name} is declared with init=False, it cannot be specified with replace()"
                )
        elif found.name not in changes:
            if found._field_type is INIT_VARIABLE and found.default is MISSING:
                raise ValueError(f"InitVar {found.name!r} must be specified with replace()")
            changes[found.name] = getattr(obj, found.name)
    return obj.__class__(**changes)
