"""The fields of dataclasses: what an annotation and its default say."""
from types import MappingProxyType
import sys

__name__ = "dataclasses"


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen dataclass was set."""


class _Missing:
    pass


MISSING = _Missing()
_Missing.__name__ = _Missing.__qualname__ = "_MISSING_TYPE"


class _KwOnly:
    pass


KW_ONLY = _KwOnly()
_KwOnly.__name__ = _KwOnly.__qualname__ = "_KW_ONLY_TYPE"

_NO_METADATA = MappingProxyType({})


class InitVar:
    """InitVar[int]: a parameter of __init__ that is handed to __post_init__ and no field."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What fields() tells of a field."""

    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
        "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.default, self.default_factory = default, default_factory
        self.init, self.kw_only = init, kw_only
        self.repr, self.hash, self.compare = repr, hash, compare
        self.metadata = _NO_METADATA if metadata is None else MappingProxyType(metadata)
        # Known once the class is: see collect_fields.
        self.name = self.type = self._field_type = None

    def __repr__(self):
        shown = (
            "name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata",
            "kw_only", "_field_type",
        )
        return f"Field({','.join([f'{name}={getattr(self, name)!r}' for name in shown])})"

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)


class _Kind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


FIELD = _Kind("_FIELD")
CLASS_VARIABLE = _Kind("_FIELD_CLASSVAR")
INIT_VARIABLE = _Kind("_FIELD_INITVAR")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    """A default that says more about its field."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _meant(cls, annotation):
    """The annotation; of a string like "ClassVar[int]" what ClassVar is where the class is defined."""
    if not isinstance(annotation, str):
        return annotation
    found = sys.modules.get(cls.__module__)
    for name in annotation.partition("[")[0].strip().split("."):
        found = getattr(found, name, None)
    return found


def _is_class_variable(annotation):
    origin = getattr(annotation, "__origin__", annotation)
    return type(origin).__module__ == "typing" and getattr(origin, "_name", None) == "ClassVar"


def _is_init_variable(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _field_of(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        found = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING
        found = field(default=default)
    found.name = name
    found.type = annotation
    found._field_type = FIELD
    meant = _meant(cls, annotation)
    if _is_class_variable(meant):
        found._field_type = CLASS_VARIABLE
    elif _is_init_variable(meant):
        found._field_type = INIT_VARIABLE
    if found._field_type is not FIELD and found.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if found._field_type is CLASS_VARIABLE:
        if found.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif found.kw_only is MISSING:
        found.kw_only = kw_only
    if found._field_type is FIELD and found.default is not MISSING and type(found.default).__hash__ is None:
        raise ValueError(
            f"mutable default {type(found.default)} for field {name} is not allowed: use default_factory"
        )
    return found


def collect_fields(cls, kw_only):
    """All fields by name, inherited ones first; binds or unbinds the class's own defaults."""
    fields = {}
    for base in cls.__mro__[-1:0:-1]:
        for inherited in getattr(base, "__dataclass_fields__", {}).values():
            fields[inherited.name] = inherited
    own = []
    seen_kw_only = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if _meant(cls, annotation) is KW_ONLY:
            if seen_kw_only:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_kw_only = kw_only = True
        else:
            own.append(_field_of(cls, name, annotation, kw_only))
    for found in own:
        fields[found.name] = found
        if isinstance(getattr(cls, found.name, None), Field):
            if found.default is MISSING:
                delattr(cls, found.name)
            else:
                setattr(cls, found.name, found.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return fields


def fields_of_init(fields):
    """The parameters of __init__: positional ones, then those by keyword."""
    wanted = [found for found in fields.values() if found._field_type is not CLASS_VARIABLE and found.init]
    return [f for f in wanted if not f.kw_only], [f for f in wanted if f.kw_only]


def add_slots(cls):
    """The class again, with __slots__ of its fields."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    names = [f.name for f in cls.__dataclass_fields__.values() if f._field_type is FIELD]
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update([slots] if isinstance(slots, str) else slots)
    namespace = dict(cls.__dict__)
    namespace["__slots__"] = tuple([name for name in names if name not in inherited])
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    return made
