"""json.decoder: reads documents. Plain ones are read natively; hooks and errors are for the code here."""
from _json import read, read_string

_SPACE = " \t\n\r"
_DIGITS = "0123456789"
_HEX = "0123456789abcdefABCDEF"
_CONSTANTS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}


class JSONDecodeError(ValueError):
    """Attributes: msg, doc, pos, lineno, colno."""

    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


class JSONDecoder:
    """Reads documents; its hooks say what becomes of objects and numbers."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self._plain = (object_hook is None and parse_float is None and parse_int is None
                       and parse_constant is None and object_pairs_hook is None and strict)

    def decode(self, s):
        found = read(s) if self._plain else None
        if found is not None:
            value, end = found
        else:
            value, end = self.raw_decode(s, _skip(s, 0))
            end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """(value, the place behind it) of the document that begins at `idx`."""
        return self._value(s, idx)

    def _value(self, s, place):
        c = s[place:place + 1]
        if c == '"':
            return self._string(s, place)
        if c == "{":
            return self._object(s, place + 1)
        if c == "[":
            return self._array(s, place + 1)
        for word, value in (("null", None), ("true", True), ("false", False)):
            if s.startswith(word, place):
                return value, place + len(word)
        if c == "-" and s[place + 1:place + 2] != "I" or c and c in _DIGITS:
            return self._number(s, place)
        for word in _CONSTANTS:
            if s.startswith(word, place):
                return self.parse_constant(word), place + len(word)
        raise JSONDecodeError("Expecting value", s, place)

    def _number(self, s, start):
        place = _digits(s, start + 1 if s[start] == "-" else start)
        first = start + 1 if s[start] == "-" else start
        if place == first:
            raise JSONDecodeError("Expecting value", s, start)
        if s[first] == "0":
            place = first + 1
        whole = place
        if s[place:place + 1] == ".":
            end = _digits(s, place + 1)
            if end > place + 1:
                place = end
        if s[place:place + 1] in ("e", "E"):
            sign = place + 1
            if s[sign:sign + 1] in ("+", "-"):
                sign += 1
            end = _digits(s, sign)
            if end > sign:
                place = end
        parse = self.parse_int if place == whole else self.parse_float
        return parse(s[start:place]), place

    def _string(self, s, start):
        if self.strict:
            found = read_string(s, start)
            if found is not None:
                return found
        parts = []
        place = start + 1
        while True:
            c = s[place:place + 1]
            if not c:
                raise JSONDecodeError("Unterminated string starting at", s, start)
            if c == '"':
                return "".join(parts), place + 1
            if c == "\\":
                c, place = _escape(s, start, place)
            elif c < " " and self.strict:
                raise JSONDecodeError("Invalid control character at", s, place)
            else:
                place += 1
            parts.append(c)

    def _array(self, s, place):
        items = []
        place = _skip(s, place)
        if s[place:place + 1] == "]":
            return items, place + 1
        while True:
            value, place = self._value(s, place)
            items.append(value)
            place = _skip(s, place)
            c = s[place:place + 1]
            if c == "]":
                return items, place + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, place)
            place = _skip(s, place + 1)

    def _object(self, s, place):
        pairs = []
        place = _skip(s, place)
        if s[place:place + 1] == "}":
            return self._made(pairs), place + 1
        while True:
            if s[place:place + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, place)
            key, place = self._string(s, place)
            place = _skip(s, place)
            if s[place:place + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, place)
            value, place = self._value(s, _skip(s, place + 1))
            pairs.append((key, value))
            place = _skip(s, place)
            c = s[place:place + 1]
            if c == "}":
                return self._made(pairs), place + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, place)
            place = _skip(s, place + 1)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        value = dict(pairs)
        return value if self.object_hook is None else self.object_hook(value)


def _skip(s, place):
    while place < len(s) and s[place] in _SPACE:
        place += 1
    return place


def _digits(s, place):
    while place < len(s) and s[place] in _DIGITS:
        place += 1
    return place


_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def _escape(s, start, place):
    """(the character that the backslash at `place` begins, the place behind it)"""
    c = s[place + 1:place + 2]
    if not c:
        raise JSONDecodeError("Unterminated string starting at", s, start)
    if c in _ESCAPES:
        return _ESCAPES[c], place + 2
    if c != "u":
        raise JSONDecodeError("Invalid \\escape", s, place)
    unit = _hex(s, place + 1)
    place += 6
    if 0xD800 <= unit <= 0xDBFF and s.startswith("\\u", place):
        low = _hex(s, place + 1)
        if 0xDC00 <= low <= 0xDFFF:
            return chr(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)), place + 6
    return chr(unit), place


def _hex(s, u):
    digits = s[u + 1:u + 5]
    if len(digits) != 4 or any([digit not in _HEX for digit in digits]):
        raise JSONDecodeError("Invalid \\uXXXX escape", s, u)
    return int(digits, 16)

