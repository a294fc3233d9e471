"""The module abc: abstract base classes, which say what a class must have and who counts as one."""


class _Standing:
    """What an ABC knows of other classes: who registered, and answers already given."""

    __slots__ = ("registry", "positive", "negative", "version")

    def __init__(self):
        self.registry = []
        self.positive = set()
        self.negative = set()
        self.version = _version[0]


_version = [0]  # counts register(): a negative answer from before may be wrong


def _compute_abstract_methods(cls):
    abstracts = {
        name for name, value in cls.__dict__.items() if getattr(value, "__isabstractmethod__", False)
    }
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                abstracts.add(name)
    cls.__abstractmethods__ = frozenset(abstracts)


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _compute_abstract_methods(cls)
        cls._abc_impl = _Standing()
        return cls

    def register(cls, subclass):
        """Counts `subclass` and what derives from it as derived from cls. A decorator."""
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if not issubclass(subclass, cls):
            if issubclass(cls, subclass):
                raise RuntimeError("Refusing to create an inheritance cycle")
            cls._abc_impl.registry.append(subclass)
            _version[0] += 1
        return subclass

    def __instancecheck__(cls, instance):
        subtype = type(instance)
        if subtype in cls._abc_impl.positive:
            return True
        subclass = instance.__class__
        if subclass is subtype:
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(subtype)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        standing = cls._abc_impl
        if subclass in standing.positive:
            return True
        if standing.version != _version[0]:
            standing.version = _version[0]
            standing.negative = set()
        elif subclass in standing.negative:
            return False
        answer = _is_subclass(cls, subclass, standing.registry)
        (standing.positive if answer else standing.negative).add(subclass)
        return answer

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)


def _is_subclass(cls, subclass, registry):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return True if answer else False
    if cls in type.mro(subclass):
        return True
    for registered in registry:
        if issubclass(subclass, registered):
            return True
    for derived in cls.__subclasses__():
        if issubclass(subclass, derived):
            return True
    return False


class ABC(metaclass=ABCMeta):
    """Deriving from it makes a class abstract without naming a metaclass."""

    __slots__ = ()


def abstractmethod(funcobj):
    """Marks a method that a class must override before it can have instances."""
    funcobj.__isabstractmethod__ = True
    return funcobj


def _marking(cls, wrapped):
    """What marks the wrapped function as well as itself."""
    def __init__(self, callable):
        wrapped.__init__(self, abstractmethod(callable))

    cls.__init__ = __init__
    return cls


class abstractproperty(property):
    """A property that must be overridden. Deprecated: @property over @abstractmethod."""

    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    """A class method that must be overridden. Deprecated: @classmethod over @abstractmethod."""

    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    """A static method that must be overridden. Deprecated: @staticmethod over @abstractmethod."""

    __isabstractmethod__ = True


_marking(abstractclassmethod, classmethod)
_marking(abstractstaticmethod, staticmethod)


def get_cache_token():
    """Changes with every register()."""
    return _version[0]


def update_abstractmethods(cls):
    """Looks again at which methods of `cls` are abstract: after some were added to it."""
    if hasattr(cls, "__abstractmethods__"):
        _compute_abstract_methods(cls)
    return cls
