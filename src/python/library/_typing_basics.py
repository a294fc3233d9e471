"""The module typing: type variables, names in strings, and what special forms have in common."""
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


def _checked(arg, what, module=None):
    """An argument as a type: None is NoneType, a string a ForwardRef."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module)
    if type(arg) is _SpecialForm and arg._name in ("Generic", "Protocol", "ClassVar", "Final"):
        raise TypeError(f"{arg} is not valid as type argument")
    if isinstance(arg, type) or callable(arg) or hasattr(arg, "__origin__") or hasattr(arg, "__args__"):
        return arg
    if isinstance(arg, (_SpecialForm, TypeVar, ForwardRef, ParamSpec)) or arg is Ellipsis:
        return arg
    raise TypeError(f"{what} Got {arg!r:.100}.")


class _Typing:
    """What can stand on either side of | in an annotation."""

    def __or__(self, other):
        from _typing_forms import Union

        return Union[self, other]

    def __ror__(self, other):
        from _typing_forms import Union

        return Union[other, self]


class ForwardRef(_Typing):
    """A type named by a string."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        # What *args is annotated with, *Ts, is an expression only within something.
        text = f"({arg},)[0]" if arg.startswith("*") else arg
        try:
            self._code = compile(text, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns):
        if self.__forward_module__ is not None:
            import sys

            globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
        return eval(self._code, globalns, localns)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"


class _NoDefault:
    """What __default__ is where a type parameter has none."""

    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefault()


class _Parameter(_Typing):
    """What type variables of every kind have in common."""

    _infers_variance = False

    def has_default(self):
        return self.__default__ is not NoDefault

    def __repr__(self):
        if self._infers_variance:
            return self.__name__
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__


class TypeVar(_Parameter):
    """A type variable: T = TypeVar("T")."""

    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        what = "TypeVar(name, constraint, ...): constraints must be types."
        self.__constraints__ = tuple([_checked(constraint, what) for constraint in constraints])
        self.__bound__ = None if bound is None else _checked(bound, "Bound must be a type.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self._infers_variance = bool(infer_variance)
        self.__default__ = default
        self.__module__ = caller_module()

    def __typing_subst__(self, arg):
        return _checked(arg, "Parameters to generic types must be types.")


class ParamSpec(_Parameter):
    """A variable for the parameters of a callable."""

    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self._infers_variance = bool(infer_variance)
        self.__default__ = default
        self.__module__ = caller_module()

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        return tuple(arg) if isinstance(arg, (list, tuple)) else arg


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


class TypeVarTuple(_Parameter):
    """A variable for any number of types."""

    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self._infers_variance = True
        self.__default__ = default
        self.__module__ = caller_module()

    def __iter__(self):
        from _typing_forms import Unpack

        yield Unpack[self]


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
