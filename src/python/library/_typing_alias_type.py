"""What the statement `type X = ...` binds (PEP 695)."""
from _typing_basics import TypeVarTuple, _Typing
from _typing_forms import Unpack, _GenericAlias
from _engine import caller_module

__name__ = "typing"


class TypeAliasType(_Typing):
    """A type under another name; what it stands for is evaluated when first asked for."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self.__module__ = caller_module()
        self._evaluate = lambda: value

    @property
    def __value__(self):
        if self._evaluate is not None:
            self._value = self._evaluate()
            self._evaluate = None
        return self._value

    @property
    def __parameters__(self):
        return tuple([Unpack[p] if isinstance(p, TypeVarTuple) else p for p in self.__type_params__])

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return _GenericAlias(self, parameters if isinstance(parameters, tuple) else (parameters,))

    def __repr__(self):
        return self.__name__


def _lazy_alias(name, evaluate, type_params):
    """What the compiler makes of the statement calls."""
    alias = TypeAliasType(name, None, type_params=type_params)
    alias._evaluate = evaluate
    return alias
