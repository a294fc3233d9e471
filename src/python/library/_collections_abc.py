"""The abstract base classes of containers and of what works with them: collections.abc.

The small ones, here, answer isinstance() by the methods a class has (__subclasshook__). The bigger
ones (_abc_sets, _abc_mappings, _abc_sequences) by registration; they give mixin methods to what
derives from them.
"""
from abc import ABCMeta, abstractmethod
from _engine import lookup

__all__ = [
    "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable",
    "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set",
    "MutableSet", "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView",
    "Sequence", "MutableSequence", "ByteString",
]

__name__ = "collections.abc"

GenericAlias = type(list[int])


def _has_methods(cls, *names):
    """True if the class has them all; NotImplemented if one is missing or None."""
    missing = [name for name in names if lookup(cls, name) is None]
    return NotImplemented if missing else True


# ---- one method each -----------------------------------------------------------------------------


class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, other):
        return _has_methods(other, "__hash__") if cls is Hashable else NotImplemented


class Iterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        return
        yield

    @classmethod
    def __subclasshook__(cls, other):
        return _has_methods(other, "__iter__") if cls is Iterable else NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, other):
        return _has_methods(other, "__len__") if cls is Sized else NotImplemented


class Container(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    @classmethod
    def __subclasshook__(cls, other):
        return _has_methods(other, "__contains__") if cls is Container else NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


class _CallableGenericAlias(GenericAlias):
    """Callable[[int, str], bool]: its arguments are kept flat, (int, str, bool)."""

    def __init__(self, origin, args):
        if type(args) is not tuple or len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = args
        if isinstance(parameters, (tuple, list)):
            args = (*parameters, result)
        elif not _is_parameter_expression(parameters):
            raise TypeError(
                f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {parameters}"
            )
        super().__init__(origin, args)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_parameter_expression(args[0]):
            return super().__repr__()
        shown = [_alias_part(arg) for arg in args]
        return f"collections.abc.Callable[[{', '.join(shown[:-1])}], {shown[-1]}]"

    def __getitem__(self, item):
        replaced = super().__getitem__(item).__args__
        if len(replaced) == 2 and _is_parameter_expression(replaced[0]):
            return _CallableGenericAlias(Callable, replaced)
        return _CallableGenericAlias(Callable, (list(replaced[:-1]), replaced[-1]))


_alias_part = GenericAlias._shown


def _is_parameter_expression(value):
    if value is Ellipsis:
        return True
    return type(value).__module__ == "typing" and type(value).__name__ in ("ParamSpec", "_ConcatenateGenericAlias")


class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    @classmethod
    def __subclasshook__(cls, other):
        return _has_methods(other, "__call__") if cls is Callable else NotImplemented

    __class_getitem__ = classmethod(_CallableGenericAlias)


# ---- iterators -----------------------------------------------------------------------------------


class Iterator(Iterable):
    __slots__ = ()

    def __iter__(self):
        return self

    @abstractmethod
    def __next__(self):
        """The next item; StopIteration at the end."""
        raise StopIteration

    @classmethod
    def __subclasshook__(cls, other):
        return _has_methods(other, "__iter__", "__next__") if cls is Iterator else NotImplemented


class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        return
        yield

    @classmethod
    def __subclasshook__(cls, other):
        return _has_methods(other, "__reversed__", "__iter__") if cls is Reversible else NotImplemented


def _closing(kind):
    """close() of what has throw()."""
    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError(f"{kind} ignored GeneratorExit")

    close.__doc__ = f"Raises GeneratorExit in the {kind}."
    return close


class Generator(Iterator):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Sends a value into the generator; gives the next item, or StopIteration is raised."""
        raise StopIteration

    def __next__(self):
        """The next item; StopIteration at the end."""
        return self.send(None)

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raises an exception in the generator; gives the next item, or StopIteration is raised."""
        if val is None and tb is None:
            raise typ
        error = typ() if val is None else val
        raise error if tb is None else error.with_traceback(tb)

    close = _closing("generator")

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Generator:
            return NotImplemented
        return _has_methods(other, "__iter__", "__next__", "send", "throw", "close")


class Collection(Sized, Iterable, Container):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Collection:
            return NotImplemented
        return _has_methods(other, "__len__", "__iter__", "__contains__")


# ---- of asynchronous code ------------------------------------------------------------------------


class Awaitable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __await__(self):
        return
        yield

    @classmethod
    def __subclasshook__(cls, other):
        return _has_methods(other, "__await__") if cls is Awaitable else NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


class Coroutine(Awaitable):
    __slots__ = ()

    send = Generator.send
    throw = Generator.throw
    close = _closing("coroutine")

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Coroutine:
            return NotImplemented
        return _has_methods(other, "__await__", "send", "throw", "close")


class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, other):
        return _has_methods(other, "__aiter__") if cls is AsyncIterable else NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


class AsyncIterator(AsyncIterable):
    __slots__ = ()

    @abstractmethod
    def __anext__(self):
        """An awaitable of the next item."""
        raise NotImplementedError

    def __aiter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, other):
        return _has_methods(other, "__anext__", "__aiter__") if cls is AsyncIterator else NotImplemented


class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    def __anext__(self):
        """An awaitable of the next item."""
        return self.asend(None)

    @abstractmethod
    def asend(self, value):
        """An awaitable of the next item, after the value was sent."""
        raise NotImplementedError

    @abstractmethod
    def athrow(self, typ, val=None, tb=None):
        """An awaitable of the next item, after the exception was raised inside."""
        raise NotImplementedError

    def aclose(self):
        """An awaitable that ends the generator."""
        return self.athrow(GeneratorExit)

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not AsyncGenerator:
            return NotImplemented
        return _has_methods(other, "__aiter__", "__anext__", "asend", "athrow", "aclose")


from _abc_sets import MutableSet, Set
from _abc_mappings import ItemsView, KeysView, Mapping, MappingView, MutableMapping, ValuesView
from _abc_sequences import ByteString, MutableSequence, Sequence
