"""The module struct: numbers as the bytes that C keeps them in."""
from math import copysign, frexp, isinf, isnan, ldexp


class error(Exception):
    pass


# Letter: (size, size and alignment in native mode, signed?)
_INTEGERS = {
    "b": (1, 1, True), "B": (1, 1, False), "h": (2, 2, True), "H": (2, 2, False), "i": (4, 4, True),
    "I": (4, 4, False), "l": (4, 8, True), "L": (4, 8, False), "q": (8, 8, True), "Q": (8, 8, False),
    "n": (None, 8, True), "N": (None, 8, False), "P": (None, 8, False),
}
# Letter: (size, bits of the exponent, bits of the mantissa)
_FLOATS = {"e": (2, 5, 10), "f": (4, 8, 23), "d": (8, 11, 52)}
_formats = {}


def _float_bits(value, exponent_bits, mantissa_bits, letter):
    """The bits of IEEE 754."""
    sign = 1 if copysign(1.0, value) < 0 else 0
    bias = (1 << exponent_bits - 1) - 1
    most = (1 << exponent_bits) - 1
    if isnan(value):
        bits = most << mantissa_bits | 1 << mantissa_bits - 1
    elif isinf(value):
        bits = most << mantissa_bits
    elif value == 0:
        bits = 0
    else:
        fraction, exponent = frexp(abs(value))
        exponent = max(exponent - 1 + bias, 0)
        shift = mantissa_bits - (max(exponent, 1) - bias)
        bits = round(ldexp(abs(value), shift)) + (exponent - 1 << mantissa_bits if exponent else 0)
        if bits >> mantissa_bits >= most:
            raise OverflowError(f"float too large to pack with {letter} format")
    return sign << exponent_bits + mantissa_bits | bits


def _float_of(bits, exponent_bits, mantissa_bits):
    bias = (1 << exponent_bits - 1) - 1
    most = (1 << exponent_bits) - 1
    exponent = bits >> mantissa_bits & most
    mantissa = bits & (1 << mantissa_bits) - 1
    if exponent == most:
        value = float("nan") if mantissa else float("inf")
    elif exponent:
        value = ldexp(mantissa | 1 << mantissa_bits, exponent - bias - mantissa_bits)
    else:
        value = ldexp(mantissa, 1 - bias - mantissa_bits)
    return -value if bits >> exponent_bits + mantissa_bits else value


class _Format:
    """A format taken apart: (letter, size, count or length, bytes to skip before it) for each item."""

    def __init__(self, format):
        self.items = []
        self.size = 0
        native = format[:1] not in tuple("=<>!")
        self.order = "little"
        if format[:1] in tuple("@=<>!"):
            self.order = "big" if format[0] in ">!" else "little"
            format = format[1:]
        count = None
        for letter in format:
            if letter.isspace():
                continue
            if letter in "0123456789":
                count = (count or 0) * 10 + int(letter)
                continue
            self._add(letter, native, 1 if count is None else count)
            count = None
        if count is not None:
            raise error("repeat count given without format specifier")
        self.values = sum([1 if letter in "sp" else count for letter, size, count, skip in self.items if letter != "x"])

    def _add(self, letter, native, count):
        if letter in _INTEGERS:
            size = _INTEGERS[letter][1 if native else 0]
        elif letter in _FLOATS:
            size = _FLOATS[letter][0]
        elif letter in "xcsp?":
            size = 1
        else:
            size = None
        if size is None:
            raise error("bad char in struct format")
        skip = -self.size % size if native else 0
        self.items.append((letter, size, count, skip))
        self.size += skip + size * count


def _format(format):
    if isinstance(format, bytes):
        format = format.decode("ascii")
    elif not isinstance(format, str):
        raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
    if format not in _formats:
        _formats[format] = _Format(format)
    return _formats[format]


def _integer_bytes(value, letter, size, signed, order):
    if not isinstance(value, int):
        if not hasattr(type(value), "__index__"):
            raise error("required argument is not an integer")
        value = value.__index__()
    low, high = (-(1 << 8 * size - 1), (1 << 8 * size - 1) - 1) if signed else (0, (1 << 8 * size) - 1)
    if not low <= value <= high:
        if not -1 << 63 <= value < 1 << 63 or size == 8:
            raise error("argument out of range" if order == "little" or size < 8 else "int too large to convert")
        name = f"{letter!r}"
        if letter in "bB" or order == "little" and letter in "hH":
            name = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}[letter]
        raise error(f"{name} format requires {low} <= number <= {high}")
    return value.to_bytes(size, order, signed=signed)


def _packed(value, letter, size, order):
    if letter in _INTEGERS:
        return _integer_bytes(value, letter, size, _INTEGERS[letter][2], order)
    if letter in _FLOATS:
        if not isinstance(value, (int, float)) and not hasattr(type(value), "__float__"):
            raise error("required argument is not a float")
        return _float_bits(float(value), *_FLOATS[letter][1:], letter).to_bytes(size, order)
    if letter == "?":
        return b"\1" if value else b"\0"
    if not isinstance(value, bytes) or len(value) != 1:
        raise error("char format requires a bytes object of length 1")
    return value


def pack(format, /, *values):
    """The bytes for the values."""
    format = _format(format)
    if len(values) != format.values:
        raise error(f"pack expected {format.values} items for packing (got {len(values)})")
    parts = []
    rest = iter(values)
    for letter, size, count, skip in format.items:
        parts.append(bytes(skip))
        if letter == "x":
            parts.append(bytes(count))
        elif letter in "sp":
            value = next(rest)
            if not isinstance(value, bytes):
                raise error(f"argument for {letter!r} must be a bytes object")
            if letter == "p" and count:
                value = value[:min(count - 1, 255)]
                value = bytes([len(value)]) + value
            parts.append(value[:count] + bytes(max(0, count - len(value))))
        else:
            for _ in range(count):
                parts.append(_packed(next(rest), letter, size, format.order))
    return b"".join(parts)


def _unpacked(data, letter, order):
    if letter in _INTEGERS:
        return int.from_bytes(data, order, signed=_INTEGERS[letter][2])
    if letter in _FLOATS:
        return _float_of(int.from_bytes(data, order), *_FLOATS[letter][1:])
    return data != b"\0" if letter == "?" else data


def unpack(format, buffer, /):
    """The values that the bytes stand for."""
    size = _format(format).size
    if not isinstance(buffer, bytes):
        raise TypeError(f"a bytes-like object is required, not {type(buffer).__name__!r}")
    if len(buffer) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    return unpack_from(format, buffer)


def unpack_from(format, /, buffer, offset=0):
    format = _format(format)
    if len(buffer) - offset < format.size:
        raise error(f"unpack_from requires a buffer of at least {format.size + offset} bytes for unpacking "
                    f"{format.size} bytes at offset {offset} (actual buffer size is {len(buffer)})")
    values = []
    place = offset
    for letter, size, count, skip in format.items:
        place += skip
        if letter == "s":
            values.append(buffer[place:place + count])
        elif letter == "p":
            length = min(buffer[place], count - 1) if count else 0
            values.append(buffer[place + 1:place + 1 + length])
        elif letter != "x":
            for i in range(count):
                start = place + i * size
                values.append(_unpacked(buffer[start:start + size], letter, format.order))
        place += size * count
    return tuple(values)


def iter_unpack(format, buffer, /):
    size = _format(format).size
    if size == 0:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(buffer) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return iter([unpack_from(format, buffer, offset) for offset in range(0, len(buffer), size)])


def calcsize(format, /):
    return _format(format).size


class Struct:
    """A format, to be used again and again."""

    def __init__(self, format):
        self.size = _format(format).size
        self.format = format if isinstance(format, str) else format.decode("ascii")

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer, /):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer, /):
        return iter_unpack(self.format, buffer)

    def __repr__(self):
        return f"Struct({self.format!r})"
