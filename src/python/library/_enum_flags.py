"""The module enum: flags, whose members are sets of bits."""
from enum import Enum, EnumType, ReprEnum, StrEnum, auto

__name__ = "enum"


class FlagBoundary(StrEnum):
    """What a flag does with bits that no member has."""

    STRICT = auto()   # ValueError
    CONFORM = auto()  # they are dropped
    EJECT = auto()    # the value becomes an int
    KEEP = auto()     # they are kept


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _binary(number, width):
    """0b0 0101: the sign's bit, then `width` bits at least."""
    if number >= 0:
        return "0b0 " + bin(number)[2:].rjust(width, "0")
    return "0b1 " + bin(~number ^ ((1 << max(width, (~number).bit_length())) - 1))[2:].rjust(width, "0")


class Flag(Enum):
    """Members can be combined with |, &, ^ and ~."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        highest = max(last_values)
        try:
            return 1 << highest.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {highest!r}") from None

    @classmethod
    def _note_flag(cls, name, value):
        """Is the new member a single bit, and so one of those that iteration gives?"""
        if not isinstance(value, int):
            raise TypeError(f"Flag values must be integers, not {value!r}")
        type.__setattr__(cls, "_flag_mask_", cls._flag_mask_ | value)
        single = value > 0 and value & (value - 1) == 0
        if single:
            type.__setattr__(cls, "_singles_mask_", cls._singles_mask_ | value)
        return single

    @classmethod
    def _finish_flag(cls):
        type.__setattr__(cls, "_all_bits_", (1 << cls._flag_mask_.bit_length()) - 1)

    @classmethod
    def _missing_(cls, value):
        """The combination of members that has the value; it is remembered."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, every = cls._flag_mask_, cls._all_bits_
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n"
                    f"    given {_binary(value, width)}\n  allowed {_binary(mask, width)}"
                )
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value += max(every + 1, 1 << value.bit_length())
        if value < 0:
            value += every + 1
            if cls._boundary_ is not KEEP:
                value &= mask
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        unknown = value & ~mask
        names = [member._name_ for member in cls._members_in(value)]
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        object.__setattr__(made, "_value_", value)
        if unknown and names:
            names.append(str(unknown))
        object.__setattr__(made, "_name_", "|".join(names) if names else None)
        return cls._value2member_map_.setdefault(value, made)

    @classmethod
    def _members_in(cls, value):
        members = cls._member_map_
        return [members[name] for name in cls._member_names_ if members[name]._value_ & value]

    @classmethod
    def _iter_member_(cls, value):
        yield from cls._members_in(value)

    def _same(self, other):
        """The bits of `other` if it can be combined with self, else NotImplemented."""
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} "
                f"and {self.__class__.__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._members_in(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {show(self._value_)}>"
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def __or__(self, other):
        bits = self._same(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._same(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._same(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


for _name, _value in (("_is_flag_", True), ("_boundary_", STRICT), ("_flag_mask_", 0), ("_all_bits_", 0),
                      ("_singles_mask_", 0)):
    type.__setattr__(Flag, _name, _value)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""
