"""The module types: names for the types of builtin objects, and what makes classes at run time."""
from _engine import most_derived
import sys as _sys

__all__ = [
    "BuiltinFunctionType", "BuiltinMethodType", "CellType", "CodeType", "DynamicClassAttribute", "EllipsisType",
    "FrameType", "FunctionType", "GeneratorType", "GenericAlias", "LambdaType", "MappingProxyType",
    "MemberDescriptorType", "MethodDescriptorType", "MethodType", "ModuleType", "NoneType",
    "NotImplementedType", "SimpleNamespace", "TracebackType", "UnionType", "new_class", "prepare_class",
    "resolve_bases",
]


def _function():
    cell = None

    def inner():
        return cell

    return inner


def _generator():
    yield


class _Slotted:
    __slots__ = ("x",)


FunctionType = LambdaType = type(_function)
CellType = type(_function().__closure__[0])
CodeType = type(_function.__code__)
GeneratorType = type(_generator())
MappingProxyType = type(type.__dict__)
BuiltinFunctionType = BuiltinMethodType = type(len)
MethodDescriptorType = type(str.join)
MemberDescriptorType = type(_Slotted.x)
NoneType = type(None)
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
GenericAlias = type(list[int])
UnionType = type(int | str)


class _WithMethod:
    def method(self):
        """A method to take the type of."""


MethodType = type(_WithMethod().method)
ModuleType = type(_sys)
del _function, _generator, _Slotted, _WithMethod

_of_raised = {}  # FrameType and TracebackType, when first asked for


def __dir__():
    import sys

    return [*vars(sys.modules[__name__]), "FrameType", "TracebackType"]


def __getattr__(name):
    if name != "FrameType" and name != "TracebackType":
        raise AttributeError(f"module 'types' has no attribute '{name}'")
    if not _of_raised:
        scope = {}  # library code leaves no traceback
        exec("try:\n    raise TypeError\nexcept TypeError as error:\n    kept = error.__traceback__\n", scope)
        _of_raised["TracebackType"] = type(scope["kept"])
        _of_raised["FrameType"] = type(scope["kept"].tb_frame)
    return _of_raised[name]


class SimpleNamespace:
    """An object whose attributes are the keywords it was made with."""

    def __init__(self, /, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        fields = [f"{key}={value!r}" for key, value in vars(self).items()]
        return f"{name}({', '.join(fields)})"

    def __eq__(self, other):
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        return dict(vars(self)) == dict(vars(other))

    __hash__ = None


class DynamicClassAttribute:
    """A property that only instances have; on the class, the metaclass is asked."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        return self._asked(self.fget, "unreadable attribute")(instance)

    def __set__(self, instance, value):
        self._asked(self.fset, "can't set attribute")(instance, value)

    def __delete__(self, instance):
        self._asked(self.fdel, "can't delete attribute")(instance)

    @staticmethod
    def _asked(function, problem):
        if function is None:
            raise AttributeError(problem)
        return function

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


def resolve_bases(bases):
    """The bases with what stands for others (__mro_entries__) replaced."""
    resolved = []
    changed = False
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is None:
            resolved.append(base)
            continue
        replacement = entries(bases)
        if not isinstance(replacement, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        resolved.extend(replacement)
        changed = True
    return tuple(resolved) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the mapping for the body's names, and the keywords without `metaclass`."""
    kwds = dict(kwds) if kwds else {}
    metaclass = kwds.pop("metaclass", None) or (type(bases[0]) if bases else type)
    if isinstance(metaclass, type):
        metaclass = most_derived(metaclass, tuple(bases))
    prepare = getattr(metaclass, "__prepare__", None)
    return metaclass, {} if prepare is None else prepare(name, bases, **kwds), kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    """A class as the class statement makes it; exec_body fills its namespace."""
    resolved = resolve_bases(bases)
    metaclass, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    if "__module__" not in namespace:
        namespace["__module__"] = "types"  # as in CPython
    return metaclass(name, resolved, namespace, **kwds)
