"""The module typing: what annotations are written with. At run time little of it does anything."""
from _typing_forms import (
    Annotated, Any, ClassVar, Concatenate, Final, ForwardRef, Generic, Literal, LiteralString, Never, NoReturn,
    NotRequired, Optional, ParamSpec, ParamSpecArgs, ParamSpecKwargs, Required, Self, TypeAlias, TypeGuard,
    TypeVar, TypeVarTuple, Union, Unpack, _AnnotatedAlias, _CallableAlias, _GenericAlias, _SpecialForm, _Typing,
    _checked,
)
from _typing_basics import NoDefault
from _typing_alias_type import TypeAliasType, _lazy_alias
from _typing_classes import NamedTuple, Protocol, TypedDict, is_typeddict, runtime_checkable
import _collections_abc as _abcs
from _engine import caller_module

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal",
    "Optional", "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet",
    "ByteString", "Container", "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView",
    "Mapping", "MappingView", "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized",
    "ValuesView", "Awaitable", "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator",
    "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat",
    "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict",
    "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple", "TypedDict", "Generator", "assert_never",
    "assert_type", "cast", "clear_overloads", "dataclass_transform", "final", "get_args", "get_origin",
    "get_overloads", "get_type_hints", "is_typeddict", "LiteralString", "Never", "NewType",
    "no_type_check", "NoReturn", "NotRequired", "overload", "ParamSpecArgs", "ParamSpecKwargs", "Required",
    "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "Unpack",
    "AnyStr", "NoDefault", "TypeAliasType",
]

TYPE_CHECKING = False
Text = str
AnyStr = TypeVar("AnyStr", bytes, str)
AnyStr.__module__ = "typing"


class _Alias(_Typing):
    """List, Dict, Iterable: a builtin class or an ABC under the name it has here."""

    def __init__(self, origin, count, name, inst=True):
        self.__origin__ = origin
        self._count = count
        self._name = name
        self._inst = inst

    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        if self._count >= 0 and len(params) != self._count:
            word = "many" if len(params) > self._count else "few"
            raise TypeError(f"Too {word} arguments for {self}; actual {len(params)}, expected {self._count}")
        args = tuple([_checked(p, "Parameters to generic types must be types.") for p in params])
        return _GenericAlias(self.__origin__, args, self._name, inst=self._inst)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            name = self.__origin__.__name__
            raise TypeError(f"Type {self._name} cannot be instantiated; use {name}() instead")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __repr__(self):
        return f"typing.{self._name}"


class _TupleAlias(_Alias):
    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        what = "Tuple[t0, t1, ...]: each t must be a type."
        args = tuple([p if p is Ellipsis else _checked(p, what) for p in params])
        return _GenericAlias(tuple, args, "Tuple", inst=False)


class _CallableType(_Alias):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _checked(result, "Callable[args, result]: result must be a type.")
        if args is Ellipsis or isinstance(args, ParamSpec) or getattr(args, "__origin__", None) is Concatenate:
            return _CallableAlias(self.__origin__, (args, result), "Callable")
        if not isinstance(args, (list, tuple)):
            raise TypeError(f"Callable[args, result]: args must be a list. Got {args}")
        args = [_checked(arg, "Callable[[arg, ...], result]: each arg must be a type.") for arg in args]
        return _CallableAlias(self.__origin__, (*args, result), "Callable")


List = _Alias(list, 1, "List", False)
Dict = _Alias(dict, 2, "Dict", False)
Set = _Alias(set, 1, "Set", False)
FrozenSet = _Alias(frozenset, 1, "FrozenSet", False)
Type = _Alias(type, 1, "Type", False)
Tuple = _TupleAlias(tuple, -1, "Tuple", False)
Callable = _CallableType(_abcs.Callable, 2, "Callable")
AbstractSet = _Alias(_abcs.Set, 1, "AbstractSet")
Hashable = _Alias(_abcs.Hashable, 0, "Hashable")
Sized = _Alias(_abcs.Sized, 0, "Sized")
ByteString = _Alias(_abcs.ByteString, 0, "ByteString")
Awaitable = _Alias(_abcs.Awaitable, 1, "Awaitable")
Coroutine = _Alias(_abcs.Coroutine, 3, "Coroutine")
AsyncIterable = _Alias(_abcs.AsyncIterable, 1, "AsyncIterable")
AsyncIterator = _Alias(_abcs.AsyncIterator, 1, "AsyncIterator")
AsyncGenerator = _Alias(_abcs.AsyncGenerator, 2, "AsyncGenerator")
Iterable = _Alias(_abcs.Iterable, 1, "Iterable")
Iterator = _Alias(_abcs.Iterator, 1, "Iterator")
Reversible = _Alias(_abcs.Reversible, 1, "Reversible")
Container = _Alias(_abcs.Container, 1, "Container")
Collection = _Alias(_abcs.Collection, 1, "Collection")
MutableSet = _Alias(_abcs.MutableSet, 1, "MutableSet")
Mapping = _Alias(_abcs.Mapping, 2, "Mapping")
MutableMapping = _Alias(_abcs.MutableMapping, 2, "MutableMapping")
Sequence = _Alias(_abcs.Sequence, 1, "Sequence")
MutableSequence = _Alias(_abcs.MutableSequence, 1, "MutableSequence")
MappingView = _Alias(_abcs.MappingView, 1, "MappingView")
KeysView = _Alias(_abcs.KeysView, 1, "KeysView")
ItemsView = _Alias(_abcs.ItemsView, 2, "ItemsView")
ValuesView = _Alias(_abcs.ValuesView, 1, "ValuesView")
Generator = _Alias(_abcs.Generator, 3, "Generator")


_of_modules = {
    "Deque": ("collections", "deque", 1), "DefaultDict": ("collections", "defaultdict", 2),
    "OrderedDict": ("collections", "OrderedDict", 2), "Counter": ("collections", "Counter", 1),
    "ChainMap": ("collections", "ChainMap", 2), "ContextManager": ("contextlib", "AbstractContextManager", 1),
    "Pattern": ("re", "Pattern", 1), "Match": ("re", "Match", 1),
}
_made = {}


def __dir__():
    import sys

    return [*vars(sys.modules[__name__]), *_of_modules]


def __getattr__(name):
    """What needs modules that few programs import."""
    if name not in _of_modules:
        raise AttributeError(f"module 'typing' has no attribute '{name}'")
    if name not in _made:
        module, origin, count = _of_modules[name]
        _made[name] = _Alias(getattr(__import__(module), origin), count, name)
    return _made[name]


def _supports(name, method):
    def stub(self):
        """What the protocol wants."""

    stub.__isabstractmethod__ = True
    stub.__name__ = method
    made = type(Protocol)(name, (Protocol,), {method: stub, "__module__": "typing", "__slots__": ()})
    return runtime_checkable(made)


SupportsInt = _supports("SupportsInt", "__int__")
SupportsFloat = _supports("SupportsFloat", "__float__")
SupportsComplex = _supports("SupportsComplex", "__complex__")
SupportsBytes = _supports("SupportsBytes", "__bytes__")
SupportsIndex = _supports("SupportsIndex", "__index__")
SupportsAbs = _supports("SupportsAbs", "__abs__")
SupportsRound = _supports("SupportsRound", "__round__")


class NewType(_Typing):
    """A name for a type that a checker tells from it: UserId = NewType("UserId", int)."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = caller_module()

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        raise TypeError(
            f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
            f"`{self.__name__} = NewType({self.__name__!r}, {self.__name__})`"
        )

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


# ---- functions -----------------------------------------------------------------------------------


def cast(typ, val):
    """val, as a checker should take it."""
    return val


def assert_type(val, typ, /):
    """val; a checker complains if it is not of the type."""
    return val


def reveal_type(obj, /):
    """obj; its type is printed."""
    import sys

    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    """For code that cannot be reached."""
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def get_origin(tp):
    """dict of Dict[str, int]; None if there is none."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, _Alias, type(list[int]), ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, type(int | str)):
        return type(tp)
    return None


def get_args(tp):
    """(str, int) of Dict[str, int]."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, type(list[int]))):
        args = tp.__args__
        listed = len(args) != 2 or not (args[0] is Ellipsis or isinstance(args[0], ParamSpec))
        if tp.__origin__ is _abcs.Callable and listed:
            return list(args[:-1]), args[-1]
        return args
    if isinstance(tp, type(int | str)):
        return tp.__args__
    return ()


def _resolved(hint, globalns, localns):
    if hint is None:
        return type(None)
    if isinstance(hint, str):
        hint = ForwardRef(hint)
    if isinstance(hint, ForwardRef):
        return _resolved(hint._evaluate(globalns, localns), globalns, localns)
    if isinstance(hint, _AnnotatedAlias):
        return _AnnotatedAlias(_resolved(hint.__origin__, globalns, localns), hint.__metadata__)
    if isinstance(hint, _GenericAlias) and get_origin(hint) is not Literal:
        args = tuple([
            arg if isinstance(arg, list) else _resolved(arg, globalns, localns) for arg in hint.__args__
        ])
        return hint if args == hint.__args__ else hint._copy(args)
    if isinstance(hint, type(list[int])):
        args = tuple([_resolved(arg, globalns, localns) for arg in hint.__args__])
        return hint if args == hint.__args__ else type(hint)(hint.__origin__, args)
    return hint


def _without_annotated(hint):
    if isinstance(hint, _AnnotatedAlias):
        return _without_annotated(hint.__origin__)
    if isinstance(hint, _GenericAlias) and getattr(hint.__origin__, "_name", "") in ("Required", "NotRequired"):
        return _without_annotated(hint.__args__[0])
    if isinstance(hint, _GenericAlias) and get_origin(hint) is not Literal:
        args = tuple([_without_annotated(arg) for arg in hint.__args__])
        return hint if args == hint.__args__ else hint._copy(args)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, class or module, with strings evaluated."""
    import sys

    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                names = getattr(sys.modules.get(base.__module__, None), "__dict__", {})
            for name, value in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolved(value, names, localns if localns is not None else dict(vars(base)))
    else:
        if globalns is None:
            globalns = obj.__dict__ if isinstance(obj, type(sys)) else getattr(obj, "__globals__", {})
        found = getattr(obj, "__annotations__", None)
        if found is None:
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        for name, value in found.items():
            hints[name] = _resolved(value, globalns, localns)
    return hints if include_extras else {name: _without_annotated(hint) for name, hint in hints.items()}


_overloads = {}


def _no_overload(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub "
        "module should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    """Declares one of several signatures of a function."""
    function = getattr(func, "__func__", func)
    _overloads.setdefault((function.__module__, function.__qualname__), []).append(func)
    return _no_overload


def get_overloads(func):
    """What overload() has noted for the function."""
    function = getattr(func, "__func__", func)
    return list(_overloads.get((function.__module__, function.__qualname__), ()))


def clear_overloads():
    """Forgets what overload() has noted."""
    _overloads.clear()


def final(f):
    """Says to a checker that a class has no subclasses, or a method is not overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass  # it has no room for attributes
    return f


def no_type_check(arg):
    """Says that annotations are no types."""
    arg.__no_type_check__ = True
    return arg


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(),
                        **kwargs):
    """Says to a checker that a decorator makes dataclasses."""

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs,
        }
        return cls_or_fn

    return decorator

