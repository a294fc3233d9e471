"""re.RegexFlag: the flags of a pattern, ints that can be combined."""

_NAMES = {
    "ASCII": 256, "IGNORECASE": 2, "LOCALE": 4, "UNICODE": 32, "MULTILINE": 8, "DOTALL": 16,
    "VERBOSE": 64, "TEMPLATE": 1, "DEBUG": 128,
}
_ALL = 511


class RegexFlag(int):
    """An int that knows the names of its bits."""

    __slots__ = ()

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        if self == 0:
            return "NOFLAG"
        names = [name for name, bit in _NAMES.items() if int(self) & bit]
        rest = int(self) & ~_ALL
        if rest:
            names.append(hex(rest))
        return "|".join(names)

    def __repr__(self):
        return "|".join([part if part.startswith("0x") else f"re.{part}" for part in self.name.split("|")])

    __str__ = __repr__

    def __format__(self, spec):
        return format(int(self), spec) if spec else repr(self)

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return RegexFlag(_ALL & ~int(self))

    def __contains__(self, other):
        return int(self) & int(other) == int(other)

    def __iter__(self):
        return iter([RegexFlag(bit) for bit in sorted(_NAMES.values()) if int(self) & bit])


RegexFlag.__module__ = "re"
for _name, _bit in _NAMES.items():
    setattr(RegexFlag, _name, RegexFlag(_bit))
RegexFlag.NOFLAG = RegexFlag(0)
