"""The module typing: Any, Union, Optional and their kin, type variables, and what X[...] of them is."""
from _engine import caller_module

__name__ = "typing"


def _shown(part):
    """A type as it reads in the repr of another."""
    if part is Ellipsis:
        return "..."
    if isinstance(part, type) and type(part) is not type(list[int]):
        return part.__qualname__ if part.__module__ == "builtins" else f"{part.__module__}.{part.__qualname__}"
    if isinstance(part, (list, tuple)):
        return "[" + ", ".join([_shown(item) for item in part]) + "]"
    if type(part).__name__ in ("function", "builtin_function_or_method"):
        return part.__name__
    return repr(part)


def _checked(arg, what):
    """An argument as a type: None is NoneType, a string a ForwardRef."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if type(arg) is _SpecialForm and arg._name in ("Generic", "Protocol", "ClassVar", "Final"):
        raise TypeError(f"{arg} is not valid as type argument")
    if isinstance(arg, type) or callable(arg) or hasattr(arg, "__origin__") or hasattr(arg, "__args__"):
        return arg
    if isinstance(arg, (_SpecialForm, TypeVar, ForwardRef, ParamSpec)) or arg is Ellipsis:
        return arg
    raise TypeError(f"{what} Got {arg!r:.100}.")


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


class _Typing:
    """What can stand on either side of | in an annotation."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef(_Typing):
    """A type named by a string."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns):
        return eval(self.__forward_arg__, globalns, localns)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


class TypeVar(_Typing):
    """A type variable: T = TypeVar("T")."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple([_checked(c, "TypeVar(name, constraint, ...): constraints must be types.") for c in constraints])
        self.__bound__ = None if bound is None else _checked(bound, "Bound must be a type.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__module__ = caller_module()

    def __typing_subst__(self, arg):
        return _checked(arg, "Parameters to generic types must be types.")

    def __repr__(self):
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__


class ParamSpec(_Typing):
    """A variable for the parameters of a callable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__module__ = caller_module()

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        return tuple(arg) if isinstance(arg, (list, tuple)) else arg

    def __repr__(self):
        return "~" + self.__name__


class ParamSpecArgs:
    """P.args"""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs:
    """P.kwargs"""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class TypeVarTuple(_Typing):
    """A variable for any number of types."""

    def __init__(self, name):
        self.__name__ = name
        self.__module__ = caller_module()

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class _SpecialForm(_Typing):
    """Any name of typing that is no class: called with [...] if `getitem` says how."""

    def __init__(self, name, getitem=None):
        self._name = self.__name__ = name
        self._getitem = getitem

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, parameters)

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return f"typing.{self._name}"


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
            raise TypeError(f"Too {word} arguments for {self}; actual {len(args)}, expected {len(self.__parameters__)}")
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
        if self._name and self.__parameters__ and not own and not any([getattr(b, "__origin__", b) is Generic for b in bases]):
            generic = [Generic]
        if self.__origin__ is Generic and any(
            isinstance(b, _GenericAlias) and b is not self and b.__origin__ is not Generic and isinstance(b.__origin__, type)
            and issubclass(b.__origin__, Generic) for b in bases
        ):
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
        inner = ", ".join([_shown_argument(arg) for arg in self.__args__]) if self.__args__ else "()"
        return f"{name}[{inner}]"


def _shown_argument(arg):
    return _shown(arg)


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
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
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
                raise TypeError(f"Parameters to {name}[...] must all be type variables or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {name}[...] must all be unique")
            return _GenericAlias(cls, params, name)
        expected = getattr(cls, "__parameters__", ())
        if not expected:
            raise TypeError(f"{cls} is not a generic class")
        if len(params) != len(expected) and not any([isinstance(p, (ParamSpec, TypeVarTuple)) for p in expected]):
            word = "many" if len(params) > len(expected) else "few"
            raise TypeError(f"Too {word} arguments for {cls}; actual {len(params)}, expected {len(expected)}")
        return _GenericAlias(cls, tuple([_checked(p, "Parameters to generic types must be types.") if not isinstance(p, (list, tuple)) else p for p in params]))

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
