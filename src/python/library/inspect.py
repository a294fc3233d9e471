"""The module inspect: what things are, what their parameters and their source are."""
import sys
from _inspect_annotations import get_annotations
from _inspect_signature import (
    BoundArguments, Parameter, Signature, formatannotation, signature,
)
from _traceback import source_line

_empty = Parameter.empty

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32


# ---- kinds -------------------------------------------------------------------------------------


def _function():
    yield


_FunctionType = type(_function)
_GeneratorType = type(_function())
_MethodType = type(Signature().__str__)
_CodeType = type(_function.__code__)
_BuiltinType = type(len)
_MethodDescriptorType = type(str.upper)


def ismodule(object):
    return isinstance(object, type(sys))


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, _MethodType) and not isinstance(object.__func__, (_BuiltinType, _MethodDescriptorType))


def isfunction(object):
    return isinstance(object, _FunctionType)


def isgeneratorfunction(obj):
    while hasattr(obj, "__func__"):
        obj = obj.__func__
    return isfunction(obj) and bool(obj.__code__.co_flags & CO_GENERATOR)


def isgenerator(object):
    return isinstance(object, _GeneratorType)


def iscoroutinefunction(obj):
    return False


def iscoroutine(object):
    return False


def isawaitable(object):
    return False


def isasyncgenfunction(obj):
    return False


def isasyncgen(object):
    return False


def istraceback(object):
    return type(object).__name__ == "traceback" and type(object).__module__ == "builtins"


def isframe(object):
    return type(object).__name__ == "frame" and type(object).__module__ == "builtins"


def iscode(object):
    return isinstance(object, _CodeType)


def isbuiltin(object):
    return isinstance(object, _BuiltinType) or (
        isinstance(object, _MethodType) and isinstance(object.__func__, (_BuiltinType, _MethodDescriptorType)))


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return isinstance(object, _MethodDescriptorType) or (hasattr(cls, "__get__") and not hasattr(cls, "__set__"))


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return isinstance(object, property) or hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


# ---- members and documentation -----------------------------------------------------------------


def getmembers(object, predicate=None):
    """(name, value) of all members that the predicate likes, by name."""
    members = []
    for name in sorted(set(dir(object))):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            members.append((name, value))
    return members


def getmro(cls):
    return cls.__mro__


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def getmodulename(path):
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def getdoc(object):
    """The docstring, cleaned up; of a method without one that of a base class."""
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        docs = [cls.__doc__ for cls in object.__mro__[1:-1] if cls.__doc__ is not None]
        doc = docs[0] if docs else None
    elif doc is None and ismethod(object):
        for cls in type(object.__self__).__mro__:
            doc = getattr(getattr(cls, object.__name__, None), "__doc__", None)
            if doc is not None:
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    """Takes the indentation of the lines after the first from all of them."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip(), *[line[margin:] for line in lines[1:]]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def unwrap(func, *, stop=None):
    """What is inside of decorators that set __wrapped__."""
    seen = [func]
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if any([func is each for each in seen]):
            raise ValueError(f"wrapper loop when unwrapping {seen[0]!r}")
        seen.append(func)
    return func


# ---- source ------------------------------------------------------------------------------------


def getfile(object):
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        file = getattr(sys.modules.get(object.__module__), "__file__", None)
        if file:
            return file
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if code is None:
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, "
                        f"got {type(object).__name__}")
    return code.co_filename


getsourcefile = getfile


def _code_of(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        return object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return object if iscode(object) else None


def _lines(filename):
    lines = []
    empty = 0
    # A file is known by its lines only; many empty ones in a row are its end.
    while empty < 200:
        line = source_line(filename, len(lines) + 1)
        empty = 0 if line else empty + 1
        lines.append(line + "\n")
    return lines[:len(lines) - empty]


def _block(lines, first, last):
    """The block that begins at line `first`, at least to line `last`: what is indented deeper."""
    indent = len(lines[first - 1]) - len(lines[first - 1].lstrip())
    end = max(first, last)
    for number in range(end + 1, len(lines) + 1):
        line = lines[number - 1]
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        if line.strip():
            end = number
    return lines[first - 1:end]


def _with_decorators(lines, first):
    """The line of the first decorator above line `first`, which is given back if there is none."""
    while first > 1 and lines[first - 2].lstrip().startswith("@"):
        first -= 1
    return first


def getsourcelines(object):
    """(lines, number of the first) of the source of a function, class or module of the program."""
    object = unwrap(object)
    lines = _lines(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    code = _code_of(object)
    if code is not None:
        if code.co_name == "<module>":
            return lines, 0
        first = code.co_firstlineno
        if code.co_name == "<lambda>":
            return lines[first - 1:code._last_line], first
        first = _with_decorators(lines, first)
        return _block(lines, first, code._last_line), first
    name = object.__qualname__.rpartition(".")[2]
    for number in range(1, len(lines) + 1):
        stripped = lines[number - 1].lstrip()
        if stripped.startswith("class ") and stripped[6:].lstrip().startswith(name) and not (
                stripped[6:].lstrip()[len(name):][:1].isidentifier()):
            first = _with_decorators(lines, number)
            return _block(lines, first, number), first
    raise OSError("could not find class definition")


def getsource(object):
    return "".join(getsourcelines(object)[0])


# ---- frames ------------------------------------------------------------------------------------


class Traceback(tuple):
    """Where a frame is: file, line, function, the lines around and which of them it is."""

    filename = property(lambda self: self[0])
    lineno = property(lambda self: self[1])
    function = property(lambda self: self[2])
    code_context = property(lambda self: self[3])
    index = property(lambda self: self[4])

    def __repr__(self):
        return (f"Traceback(filename={self[0]!r}, lineno={self[1]}, function={self[2]!r}, "
                f"code_context={self[3]!r}, index={self[4]})")


class FrameInfo(tuple):
    """A frame, and where it is."""

    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])

    def __repr__(self):
        return (f"FrameInfo(frame={self[0]!r}, filename={self[1]!r}, lineno={self[2]}, "
                f"function={self[3]!r}, code_context={self[4]!r}, index={self[5]})")


def currentframe():
    return sys._getframe()


def getframeinfo(frame, context=1):
    lineno = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    if istraceback(frame):
        frame = frame.tb_frame
    code = frame.f_code
    line = source_line(code.co_filename, lineno)
    return Traceback((code.co_filename, lineno, code.co_name, [line + "\n"] if line else None,
                      0 if line else None))


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo((frame, *getframeinfo(frame, context))))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo((tb.tb_frame, *getframeinfo(tb, context))))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(), context)


def trace(context=1):
    error = sys.exception()
    return getinnerframes(error.__traceback__ if error else None, context)


# ---- arguments ---------------------------------------------------------------------------------


class FullArgSpec(tuple):
    _fields = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations")

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(f"'FullArgSpec' object has no attribute {name!r}")

    def __repr__(self):
        return f"FullArgSpec({', '.join([f'{n}={v!r}' for n, v in zip(self._fields, self)])})"


def getfullargspec(func):
    args, only, annotations = [], [], {}
    varargs = varkw = None
    defaults, only_defaults = [], {}
    found = signature(func)
    for name, parameter in found.parameters.items():
        if parameter.kind == Parameter.VAR_POSITIONAL:
            varargs = name
        elif parameter.kind == Parameter.VAR_KEYWORD:
            varkw = name
        elif parameter.kind == Parameter.KEYWORD_ONLY:
            only.append(name)
            if parameter.default is not _empty:
                only_defaults[name] = parameter.default
        else:
            args.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    return FullArgSpec((args, varargs, varkw, tuple(defaults) or None, only, only_defaults or None, annotations))


def getcallargs(func, /, *args, **kwargs):
    bound = signature(func).bind(*args, **kwargs)
    bound.apply_defaults()
    return dict(bound.arguments)
