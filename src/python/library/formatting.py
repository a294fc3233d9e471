"""str.format, and the printf-style % of str and bytes, where the native formatter meets a value whose methods are
written in Python."""
from _engine import format_name, format_pieces, lookup, printf_pieces


class _Numbering:
    """Whether a template numbers its fields itself, for all of one call of str.format."""

    def __init__(self):
        self.next = 0
        self.manual = None

    def index(self, first):
        manual = first != ""
        if self.manual is None:
            self.manual = manual
        elif manual and not self.manual:
            raise ValueError("cannot switch from automatic field numbering to manual field specification")
        elif self.manual and not manual:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        if manual:
            return first
        self.next += 1
        return self.next - 1


def _field(name, args, mapping, numbering):
    steps = format_name(name)
    first = steps[0]
    if isinstance(first, int) or first == "":
        if args is None:
            raise ValueError("Format string contains positional fields")
        index = numbering.index(first)
        if index >= len(args):
            raise IndexError(f"Replacement index {index} out of range for positional args tuple")
        value = args[index]
    else:
        value = mapping[first]
    for is_attribute, key in steps[1:]:
        value = getattr(value, key) if is_attribute else value[key]
    return value


def _expand(template, args, mapping, numbering, depth):
    if depth == 0:
        raise ValueError("Max string recursion exceeded")
    result = []
    for literal, name, conversion, spec in format_pieces(template):
        result.append(literal)
        if name is None:
            continue
        value = _field(name, args, mapping, numbering)
        if conversion == "s":
            value = f"{value!s}"
        elif conversion == "r":
            value = f"{value!r}"
        elif conversion == "a":
            value = f"{value!a}"
        if "{" in spec or "}" in spec:
            spec = _expand(spec, args, mapping, numbering, depth - 1)
        result.append(f"{value:{spec}}")
    return "".join(result)


def str__format(self, args, kwargs):
    return _expand(self, args, kwargs, _Numbering(), 2)


def str__format_map(self, mapping):
    return _expand(self, None, mapping, _Numbering(), 2)


def _printf_value(conversion, value):
    if conversion == "s":
        return f"{value!s}"
    if conversion == "r":
        return f"{value!r}"
    if conversion == "a":
        return f"{value!a}"
    if isinstance(value, int) or isinstance(value, float) or isinstance(value, str):
        return value
    if conversion in "xXo":
        return value if lookup(type(value), "__index__") is None else _as_index(value)
    if conversion in "diu":
        if lookup(type(value), "__int__") is not None or lookup(type(value), "__index__") is not None:
            return int(value)
    elif conversion != "c":
        return _as_float(value)
    return value


class _Values:
    """The values of a printf-style template, taken one after the other."""

    def __init__(self, values, what):
        self.items = values if isinstance(values, tuple) else (values,)
        self.what = what
        self.used = 0
        # Only text is asked for items like a mapping and is none.
        is_mapping = not isinstance(values, (tuple, what)) and lookup(type(values), "__getitem__") is not None
        self.mapping = values if is_mapping else None

    def take(self):
        if self.used >= len(self.items):
            raise TypeError("not enough arguments for format string")
        self.used += 1
        return self.items[self.used - 1]

    def item(self, key):
        if self.mapping is None:
            raise TypeError("format requires a mapping")
        self.used = 1  # The mapping itself is no value any more.
        return self.mapping[key if self.what is str else key.encode("latin-1")]

    def end(self):
        if self.mapping is None and self.used < len(self.items):
            kind = "string" if self.what is str else "bytes"
            raise TypeError(f"not all arguments converted during {kind} formatting")


def _printf(pieces, values, plain, as_text):
    """The text a template makes of its values: plain() makes each ready, of the conversions `as_text` it leaves text."""
    result = []
    for piece in pieces:
        if len(piece) == 1:
            result.append(piece[0])
            continue
        spec, key, conversion, stars = piece
        if key is not None:
            item = values.item(key)
        taken = [values.take() for _ in range(stars)]
        if key is None:
            item = values.take()
        item = plain(conversion, item)
        spec += "s" if conversion in as_text else conversion
        result.append(spec % (*taken, item))
    values.end()
    return "".join(result)


def str____mod__(self, value):
    # A width and a precision of text count for repr() and ascii() too.
    return _printf(printf_pieces(self), _Values(value, str), _printf_value, "ra")


def _printf_bytes(conversion, value):
    """A value for a conversion of bytes, as text of which every character is a byte, or a number."""
    if conversion in "sb":
        if not isinstance(value, (bytes, bytearray)) and lookup(type(value), "__bytes__") is None:
            raise TypeError("%b requires a bytes-like object, or an object that implements __bytes__, "
                            f"not '{type(value).__name__}'")
        return bytes(value).decode("latin-1")
    if conversion in "ra":
        return f"{value!a}"
    if conversion == "c":
        if isinstance(value, (bytes, bytearray)) and len(value) == 1:
            return chr(value[0])
        if lookup(type(value), "__index__") is None:
            raise TypeError("%c requires an integer in range(256) or a single byte")
        number = _as_index(value)
        if not 0 <= number < 256:
            raise OverflowError("%c arg not in range(256)")
        return chr(number)
    value = _printf_value(conversion, value)
    if conversion in "eEfFgG" and not isinstance(value, (int, float)):
        raise TypeError(f"float argument required, not {type(value).__name__}")
    return value


def bytes____mod__(self, value):
    # With its bytes as characters the template reads like text, but %b is written %s.
    pieces = printf_pieces(self.decode("latin-1"), True)
    return _printf(pieces, _Values(value, (bytes, bytearray)), _printf_bytes, "sbrac").encode("latin-1")
