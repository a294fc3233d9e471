"""The module enum: decorators that check or publish a finished enum."""
from _engine import caller_module
from enum import Flag, StrEnum

__name__ = "enum"


class EnumCheck(StrEnum):
    """What verify() can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def _aliases(enumeration):
    return [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]


def unique(enumeration):
    """Refuses an enum in which two names have one value."""
    aliases = _aliases(enumeration)
    if aliases:
        details = ", ".join([f"{alias} -> {name}" for alias, name in aliases])
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


class verify:
    """A decorator: @verify(UNIQUE, CONTINUOUS)."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = _aliases(enumeration)
                if aliases:
                    details = ", ".join([f"{alias} -> {name}" for alias, name in aliases])
                    raise ValueError(f"aliases found in {enumeration!r}: {details}")
            elif check is CONTINUOUS:
                _check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                _check_named(enumeration)
        return enumeration


def _check_continuous(enumeration):
    values = {member.value for member in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if issubclass(enumeration, Flag):
        missing = [1 << i for i in range(low.bit_length(), high.bit_length() - 1) if 1 << i not in values]
    else:
        missing = [i for i in range(low + 1, high) if i not in values]
    if missing:
        raise ValueError(
            f"invalid {type(enumeration).__name__.lower() if issubclass(enumeration, Flag) else 'enum'} "
            f"{enumeration.__name__!r}: missing values {', '.join([str(value) for value in missing])}"
        )


def _check_named(enumeration):
    known = {member.value for member in enumeration}
    missing = 0
    names = []
    for name, alias in enumeration.__members__.items():
        rest = alias.value
        for value in known:
            rest &= ~value
        if rest > 0:
            names.append(name)
            missing |= rest
    if names:
        what = f"alias {names[0]} is missing" if len(names) == 1 else f"aliases {', '.join(names)} are missing"
        raise ValueError(
            f"invalid Flag {enumeration.__name__!r}: {what} combined values of {hex(missing)} "
            "[use enum.show_flag_values(value) for details]"
        )


def global_enum_repr(self):
    """module.NAME"""
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    """module.NAME|module.NAME"""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    return "|".join([f"{module}.{name}" for name in self._name_.split("|")])


def global_str(self):
    """NAME"""
    return self._name_ if self._name_ is not None else f"{self.__class__.__name__}({self._value_!r})"


def global_enum(cls, update_str=False):
    """Publishes the members as names of their module."""
    import sys

    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str:
        cls.__str__ = global_str
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls
