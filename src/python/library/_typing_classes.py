"""The module typing: protocols, NamedTuple and TypedDict."""
from _engine import caller_module
from _typing_forms import ForwardRef, Generic, _GenericAlias, _checked, _shown
from abc import ABCMeta

__name__ = "typing"

_NOT_MEMBERS = {
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
    "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__", "__parameters__",
    "__orig_bases__", "__orig_class__", "__init_subclass__", "__qualname__", "__hash__", "_abc_impl",
    "_is_protocol", "_is_runtime_protocol",
}


def _protocol_members(cls):
    """The names that a class must have to follow the protocol."""
    names = set()
    for base in cls.__mro__[:-1]:
        if base is Protocol or base is Generic or not getattr(base, "_is_protocol", False):
            continue
        for name in [*base.__dict__, *base.__dict__.get("__annotations__", {})]:
            if name not in _NOT_MEMBERS:
                names.add(name)
    return names


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get("_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        for name in _protocol_members(cls):
            if not hasattr(instance, name):
                return False
            if getattr(instance, name) is None and callable(getattr(cls, name, None)):
                return False
        return True


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols: classes that say what others must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = Protocol in cls.__bases__

        def __subclasshook__(other):
            if not cls.__dict__.get("_is_protocol", False):
                return NotImplemented
            if not getattr(cls, "_is_runtime_protocol", False):
                return NotImplemented
            for name in _protocol_members(cls):
                for base in other.__mro__:
                    if name in base.__dict__:
                        if base.__dict__[name] is None:
                            return NotImplemented
                        break
                    annotated = name in base.__dict__.get("__annotations__", {})
                    if annotated and getattr(other, "_is_protocol", False):
                        break
                else:
                    return NotImplemented
            return True

        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = staticmethod(__subclasshook__)
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _no_init


def runtime_checkable(cls):
    """Lets isinstance() and issubclass() look whether an object follows the protocol."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def _make_named_tuple(name, types, module, defaults=()):
    from collections import namedtuple

    checked = {field: _checked(kind, f"field {field} annotation must be a type") for field, kind in types}
    made = namedtuple(name, list(checked), defaults=defaults, module=module)
    made.__annotations__ = checked
    return made


_NOT_OVERWRITTEN = (
    "__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace",
    "_asdict",
)
_NOT_TAKEN_OVER = ("__annotations__", "__module__", "__qualname__", "__orig_bases__", "__classcell__")


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = ns.get("__annotations__", {})
        defaults = []
        for field in types:
            if field in ns:
                defaults.append(ns[field])
            elif defaults:
                raise TypeError(
                    f"Non-default namedtuple field {field} cannot follow default field "
                    f"{[name for name in types if name in ns][-1]}"
                )
        made = _make_named_tuple(typename, types.items(), ns["__module__"], defaults)
        for key in ns:
            if key in _NOT_OVERWRITTEN:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _NOT_TAKEN_OVER and key not in made._fields:
                setattr(made, key, ns[key])
        if "__classcell__" in ns:
            ns["__classcell__"].cell_contents = made
        made.__orig_bases__ = (NamedTuple,)
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A named tuple with types: NamedTuple("Point", [("x", int)]), or a base of a class with annotations."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    return _make_named_tuple(typename, fields, caller_module())


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        made = type.__new__(_TypedDictMeta, name, (dict,), ns)
        own = {key: _checked(kind, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type", made.__module__)
               for key, kind in ns.get("__annotations__", {}).items()}
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required.update(base.__dict__.get("__required_keys__", ()))
            optional.update(base.__dict__.get("__optional_keys__", ()))
        annotations.update(own)
        for key, kind in own.items():
            marker = getattr(getattr(kind, "__origin__", None), "_name", None)
            needed = marker == "Required" or (total and marker != "NotRequired")
            (required if needed else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict whose keys have types: TypedDict("Point", {"x": int}), or a base of a class with annotations."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    namespace = {"__annotations__": dict(fields), "__module__": caller_module()}
    return _TypedDictMeta(typename, (), namespace, total=total)


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Is it a TypedDict class?"""
    return isinstance(tp, _TypedDictMeta)
