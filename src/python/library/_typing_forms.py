"""The module typing: Any, Union, Optional and their kin, Generic, and what X[...] of them is."""
from _typing_basics import (
    ForwardRef, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVar, TypeVarTuple, _checked, _shown, _SpecialForm,
    _Typing,
)

__name__ = "typing"


def _parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec)):
            candidates = (arg,)
        elif isinstance(arg, (list, tuple)):
            candidates = _parameters(arg)
        elif isinstance(arg, type):
            candidates = ()
        else:
            candidates = getattr(arg, "__parameters__", ())
        for parameter in candidates:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _replaced(arg, values):
    if isinstance(arg, (TypeVar, ParamSpec)):
        return values.get(arg, arg)
    if isinstance(arg, type):
        return arg
    inner = getattr(arg, "__parameters__", ())
    return arg[tuple([values.get(parameter, parameter) for parameter in inner])] if inner else arg


class _GenericAlias(_Typing):
    """X[...]: `origin` is the class or the form, `name` its name in typing if it is of there."""

    def __init__(self, origin, args, name=None, *, inst=True):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters(args)
        self._name = name
        self._inst = inst
        self.__module__ = "typing" if name else getattr(origin, "__module__", "typing")

    def __getitem__(self, args):
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = args if isinstance(args, tuple) else (args,)
        if len(args) != len(self.__parameters__):
            word = "many" if len(args) > len(self.__parameters__) else "few"
            raise TypeError(
                f"Too {word} arguments for {self}; actual {len(args)}, expected {len(self.__parameters__)}"
            )
        values = {}
        for parameter, arg in zip(self.__parameters__, args):
            values[parameter] = parameter.__typing_subst__(arg)
        replaced = []
        for arg in self.__args__:
            new = _replaced(arg, values)
            replaced.extend(new) if isinstance(new, tuple) else replaced.append(new)
        return self._copy(tuple(replaced))

    def _copy(self, args):
        if self.__origin__ is Union:
            return Union[args]
        return type(self)(self.__origin__, args, self._name, inst=self._inst)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(
                f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead"
            )
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass  # no room for attributes
        return made

    def __getattr__(self, name):
        if name == "__origin__" or name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            return self.__origin__.__mro_entries__(bases)
        generic = []
        own = self.__origin__ is Generic or getattr(self.__origin__, "_is_protocol", False)
        if self._name and self.__parameters__ and not own:
            if not any([getattr(base, "__origin__", base) is Generic for base in bases]):
                generic = [Generic]
        if self.__origin__ is Generic and any([_derives_from_generic(base) for base in bases]):
            return ()
        return (self.__origin__, *generic)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        if self.__origin__ is Union and other.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return isinstance(obj, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return issubclass(cls, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __repr__(self):
        if self.__origin__ is Union and len(self.__args__) == 2 and type(None) in self.__args__:
            other = self.__args__[1] if self.__args__[0] is type(None) else self.__args__[0]
            return f"typing.Optional[{_shown(other)}]"
        name = f"typing.{self._name}" if self._name else _shown(self.__origin__)
        inner = ", ".join([_shown(arg) for arg in self.__args__]) if self.__args__ else "()"
        return f"{name}[{inner}]"


def _derives_from_generic(base):
    """Is it X[...] of a class that is generic already?"""
    if not isinstance(base, _GenericAlias) or base.__origin__ is Generic:
        return False
    return isinstance(base.__origin__, type) and issubclass(base.__origin__, Generic)


class _LiteralAlias(_GenericAlias):
    def __repr__(self):
        return f"typing.Literal[{', '.join([repr(arg) for arg in self.__args__])}]"

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return {(type(a), a) for a in self.__args__} == {(type(a), a) for a in other.__args__}

    def __hash__(self):
        return hash(frozenset([(type(a), a) for a in self.__args__]))


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata, name=None, *, inst=True):
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def _copy(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        parts = [_shown(self.__origin__), *[repr(item) for item in self.__metadata__]]
        return f"typing.Annotated[{', '.join(parts)}]"


class _CallableAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is Ellipsis or isinstance(args[0], ParamSpec)):
            return super().__repr__()
        return f"typing.Callable[[{', '.join([_shown(arg) for arg in args[:-1]])}], {_shown(args[-1])}]"


def _one(message):
    def getitem(self, parameters):
        return _GenericAlias(self, (_checked(parameters, f"{self} {message}"),), self._name)

    return getitem


def _union(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    args = []
    for parameter in parameters:
        arg = _checked(parameter, "Union[arg, ...]: each arg must be a type.")
        is_union = type(arg) is type(int | str) or (isinstance(arg, _GenericAlias) and arg.__origin__ is Union)
        for part in arg.__args__ if is_union else (arg,):
            if part not in args:
                args.append(part)
    if len(args) == 1:
        return args[0]
    optional = len(args) == 2 and type(None) in args
    return _GenericAlias(Union, tuple(args), "Optional" if optional else "Union")


def _optional(self, parameters):
    return Union[_checked(parameters, f"{self} requires a single type."), type(None)]


def _literal(self, parameters):
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    args = []
    for parameter in parameters:
        args.extend(parameter.__args__ if isinstance(parameter, _LiteralAlias) else (parameter,))
    unique = []
    for arg in args:
        if not any([type(arg) is type(known) and arg == known for known in unique]):
            unique.append(arg)
    return _LiteralAlias(self, tuple(unique), "Literal")


def _several(self, parameters):
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    return _GenericAlias(self, parameters, self._name)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Every type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


class Annotated:
    """Annotated[int, "what else there is to say"]"""

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple) or len(parameters) < 2:
            raise TypeError(
                "Annotated[...] should be used with at least two arguments (a type and an annotation)."
            )
        origin = _checked(parameters[0], "Annotated[t, ...]: t must be a type.")
        metadata = tuple(parameters[1:])
        if isinstance(origin, _AnnotatedAlias):
            return _AnnotatedAlias(origin.__origin__, origin.__metadata__ + metadata)
        return _AnnotatedAlias(origin, metadata)


Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", _optional)
Literal = _SpecialForm("Literal", _literal)
ClassVar = _SpecialForm("ClassVar", _one("accepts only single type."))
Final = _SpecialForm("Final", _one("accepts only single type."))
Required = _SpecialForm("Required", _one("accepts only a single type."))
NotRequired = _SpecialForm("NotRequired", _one("accepts only a single type."))
TypeGuard = _SpecialForm("TypeGuard", _one("accepts only single type."))
Unpack = _SpecialForm("Unpack", _one("accepts only single type."))
Concatenate = _SpecialForm("Concatenate", _several)
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")


class Generic:
    """The base of generic classes: class Stack(Generic[T])."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        params = params if isinstance(params, tuple) else (params,)
        if cls is Generic or cls.__name__ == "Protocol" and cls.__module__ == "typing":
            name = cls.__name__
            if not params:
                raise TypeError(f"Parameter list to {name}[...] cannot be empty")
            if not all([isinstance(p, (TypeVar, ParamSpec, TypeVarTuple)) for p in params]):
                raise TypeError(
                    f"Parameters to {name}[...] must all be type variables or parameter specification variables."
                )
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {name}[...] must all be unique")
            return _GenericAlias(cls, params, name)
        expected = getattr(cls, "__parameters__", ())
        if not expected:
            raise TypeError(f"{cls} is not a generic class")
        flexible = any([isinstance(p, (ParamSpec, TypeVarTuple)) for p in expected])
        if len(params) != len(expected) and not flexible:
            word = "many" if len(params) > len(expected) else "few"
            raise TypeError(f"Too {word} arguments for {cls}; actual {len(params)}, expected {len(expected)}")
        what = "Parameters to generic types must be types."
        args = [p if isinstance(p, (list, tuple)) else _checked(p, what) for p in params]
        return _GenericAlias(cls, tuple(args))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "__orig_bases__" in cls.__dict__:
            if Generic in cls.__orig_bases__:
                raise TypeError("Cannot inherit from plain Generic")
            found = _parameters(cls.__orig_bases__)
            for base in cls.__orig_bases__:
                if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                    missing = [repr(p) for p in found if p not in base.__parameters__]
                    if missing:
                        raise TypeError(
                            f"Some type variables ({', '.join(missing)}) are not listed in "
                            f"Generic[{', '.join([repr(p) for p in base.__parameters__])}]"
                        )
                    found = base.__parameters__
            cls.__parameters__ = tuple(found)
        elif "__parameters__" not in cls.__dict__:
            cls.__parameters__ = ()
