"""Signatures of inspect: the parameters of what can be called."""
from _inspect_annotations import get_annotations


class _Empty:
    """Stands for what a parameter does not have."""


_Empty.__name__ = _Empty.__qualname__ = "_empty"
_Empty.__module__ = "inspect"


class _ParameterKind(int):
    _names = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")
    _descriptions = ("positional-only", "positional or keyword", "variadic positional", "keyword-only",
                     "variadic keyword")
    name = property(lambda self: self._names[int(self)])
    value = property(lambda self: int(self))
    description = property(lambda self: self._descriptions[int(self)])

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = (
    [_ParameterKind(i) for i in range(5)])


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Parameter:
    """One parameter of a signature."""

    POSITIONAL_ONLY = POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = VAR_POSITIONAL
    KEYWORD_ONLY = KEYWORD_ONLY
    VAR_KEYWORD = VAR_KEYWORD
    empty = _Empty

    def __init__(self, name, kind, *, default=_Empty, annotation=_Empty):
        if default is not _Empty and kind in (VAR_POSITIONAL, VAR_KEYWORD):
            raise ValueError(f"{kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def replace(self, *, name=None, kind=None, annotation=None, default=None):
        return type(self)(self.name if name is None else name, self.kind if kind is None else kind,
                          default=self.default if default is None else default,
                          annotation=self.annotation if annotation is None else annotation)

    def __str__(self):
        text = self.name
        if self.annotation is not _Empty:
            text += f": {formatannotation(self.annotation)}"
        if self.default is not _Empty:
            text += f" = {self.default!r}" if self.annotation is not _Empty else f"={self.default!r}"
        if self.kind == VAR_POSITIONAL:
            return "*" + text
        return "**" + text if self.kind == VAR_KEYWORD else text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __hash__(self):
        return hash((self.name, int(self.kind), self.annotation, self.default))


class BoundArguments:
    """Arguments put to their parameters."""

    def __init__(self, signature, arguments):
        self._signature = signature
        self.arguments = arguments

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (KEYWORD_ONLY, VAR_KEYWORD) or name not in self.arguments:
                break
            if parameter.kind == VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        left_out = False    # a positional one: those after it go by name
        for name, parameter in self._signature.parameters.items():
            if name not in self.arguments:
                left_out = True
            elif parameter.kind == VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            elif parameter.kind == KEYWORD_ONLY or left_out and parameter.kind != VAR_POSITIONAL:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        arguments = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _Empty:
                arguments[name] = parameter.default
            elif parameter.kind == VAR_POSITIONAL:
                arguments[name] = ()
            elif parameter.kind == VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __repr__(self):
        shown = [f"{name}={value!r}" for name, value in self.arguments.items()]
        return f"<{type(self).__name__} ({', '.join(shown)})>"

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments


class Signature:
    """The parameters of something callable, and what it returns."""

    empty = _Empty

    def __init__(self, parameters=None, *, return_annotation=_Empty):
        named = {}
        last = POSITIONAL_ONLY
        has_default = False
        for parameter in parameters or ():
            if parameter.kind < last:
                raise ValueError(f"wrong parameter order: {last.description} parameter before "
                                 f"{parameter.kind.description} parameter")
            if parameter.kind in (POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD):
                if parameter.default is not _Empty:
                    has_default = True
                elif has_default:
                    raise ValueError("non-default argument follows default argument")
            if parameter.name in named:
                raise ValueError(f"duplicate parameter name: {parameter.name!r}")
            last = parameter.kind
            named[parameter.name] = parameter
        self.parameters = named
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return signature(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)

    def replace(self, *, parameters=None, return_annotation=None):
        return type(self)(self.parameters.values() if parameters is None else parameters,
                          return_annotation=self.return_annotation if return_annotation is None else return_annotation)

    def __str__(self):
        parts = []
        slash = star = False
        for parameter in self.parameters.values():
            if parameter.kind == POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if parameter.kind == VAR_POSITIONAL:
                star = True
            elif parameter.kind == KEYWORD_ONLY and not star:
                parts.append("*")
                star = True
            parts.append(str(parameter))
        if slash:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if self.return_annotation is not _Empty:
            text += f" -> {formatannotation(self.return_annotation)}"
        return text

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self.parameters == other.parameters and self.return_annotation == other.return_annotation

    def __hash__(self):
        return hash((tuple(self.parameters.values()), self.return_annotation))

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def _bind(self, args, kwargs, partial=False):
        arguments = {}
        args = list(args)
        extra_name = None
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind == VAR_KEYWORD:
                extra_name = name
            elif kind == VAR_POSITIONAL:
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif args and kind != KEYWORD_ONLY:
                if name in kwargs and kind != POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = args.pop(0)
            elif name in kwargs and kind != POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _Empty and not partial:
                raise TypeError(f"missing a required argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            if extra_name is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[extra_name] = kwargs
        return BoundArguments(self, arguments)


for _class in (Parameter, BoundArguments, Signature, _ParameterKind):
    _class.__module__ = "inspect"


def _of_function(function, evaluation):
    code = function.__code__
    annotations = get_annotations(function, **evaluation)
    defaults = function.__defaults__ or ()
    names = code.co_varnames
    positional = code.co_argcount
    parameters = []

    def add(name, kind, default=_Empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _Empty)))

    for i in range(positional):
        place = i - (positional - len(defaults))
        kind = POSITIONAL_ONLY if i < code.co_posonlyargcount else POSITIONAL_OR_KEYWORD
        add(names[i], kind, defaults[place] if place >= 0 else _Empty)
    only = names[positional:positional + code.co_kwonlyargcount]
    following = positional + code.co_kwonlyargcount
    if code.co_flags & 4:
        add(names[following], VAR_POSITIONAL)
        following += 1
    for name in only:
        add(name, KEYWORD_ONLY, (function.__kwdefaults__ or {}).get(name, _Empty))
    if code.co_flags & 8:
        add(names[following], VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get("return", _Empty))


def _without_first(found):
    parameters = list(found.parameters.values())
    if parameters and parameters[0].kind in (POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD):
        parameters = parameters[1:]
    elif not parameters or parameters[0].kind != VAR_POSITIONAL:
        raise ValueError("invalid method signature")
    return found.replace(parameters=parameters)


def _of_partial(found, partial):
    """What is left to give: positional arguments are gone, keywords are defaults by name only."""
    given = len(partial.args)
    parameters = []
    by_name = False
    for parameter in found.parameters.values():
        if given and parameter.kind in (POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD):
            given -= 1
            continue
        if parameter.name in partial.keywords:
            by_name = True
            parameter = parameter.replace(kind=KEYWORD_ONLY, default=partial.keywords[parameter.name])
        elif by_name:
            if parameter.kind == VAR_POSITIONAL:
                continue
            if parameter.kind == POSITIONAL_OR_KEYWORD:
                parameter = parameter.replace(kind=KEYWORD_ONLY)
        parameters.append(parameter)
    return found.replace(parameters=parameters)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The Signature of a function, method, class or anything else that can be called."""
    return _signature(obj, follow_wrapped, {"globals": globals, "locals": locals, "eval_str": eval_str})


def _signature(obj, follow_wrapped, evaluation):
    def of(part):
        return _signature(part, follow_wrapped, evaluation)

    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if hasattr(obj, "__func__") and hasattr(obj, "__self__"):
        return _without_first(of(obj.__func__))
    if follow_wrapped and hasattr(obj, "__wrapped__") and not isinstance(obj, type):
        return of(obj.__wrapped__)
    own = getattr(obj, "__signature__", None)
    if own is not None:
        return own
    if hasattr(obj, "__code__"):
        return _of_function(obj, evaluation)
    if hasattr(obj, "func") and hasattr(obj, "keywords"):
        return _of_partial(of(obj.func), obj)
    if isinstance(obj, type):
        for cls in obj.__mro__:
            for name in ("__new__", "__init__"):
                method = cls.__dict__.get(name)
                method = getattr(method, "__func__", method)
                if hasattr(method, "__code__"):
                    return _without_first(of(method))
        if obj.__init__ is object.__init__ and obj.__mro__[-2:] == (obj, object):
            return Signature()
        raise ValueError(f"no signature found for builtin type {obj!r}")
    method = getattr(type(obj), "__call__", None)
    if hasattr(method, "__code__"):
        return _without_first(of(method))
    raise ValueError(f"no signature found for builtin {obj!r}")
