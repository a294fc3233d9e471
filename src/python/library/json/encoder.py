"""json.encoder: writes data. Plain data on one line is written natively, all else by the code here."""
from _json import quote, write


class JSONEncoder:
    """Writes data as text; default() says what becomes of what JSON does not know."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        # What is written, and what is refused.
        self.skipkeys, self.allow_nan, self.check_circular = skipkeys, allow_nan, check_circular
        if default is not None:
            self.default = default
        # How it looks.
        self.ensure_ascii, self.sort_keys, self.indent = ensure_ascii, sort_keys, indent
        if separators is None and indent is not None:
            self.item_separator = ","
        elif separators is not None:
            self.item_separator, self.key_separator = separators

    def default(self, o):
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        if (self.indent is None and not self.sort_keys and self.item_separator == ", "
                and self.key_separator == ": "):
            text = write(o, bool(self.ensure_ascii))
            if text is not None:
                return text
        return "".join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        """The text, in pieces."""
        indent = " " * self.indent if isinstance(self.indent, int) else self.indent
        return self._value(o, indent, "\n", {} if self.check_circular else None)

    def _value(self, o, indent, newline, open_ones):
        text = self._simple(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple, dict)):
            self._enter(o, open_ones)
            yield from (self._object if isinstance(o, dict) else self._array)(o, indent, newline, open_ones)
            self._leave(o, open_ones)
        else:
            self._enter(o, open_ones)
            yield from self._value(self.default(o), indent, newline, open_ones)
            self._leave(o, open_ones)

    def _enter(self, o, open_ones):
        if open_ones is not None:
            if id(o) in open_ones:
                raise ValueError("Circular reference detected")
            open_ones[id(o)] = o

    def _leave(self, o, open_ones):
        if open_ones is not None:
            del open_ones[id(o)]

    def _simple(self, o):
        """The text for what contains nothing else; None for the rest."""
        if isinstance(o, str):
            return quote(str(o) if type(o) is str else str.__str__(o), bool(self.ensure_ascii))
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _float(self, o):
        if o == o and o not in (float("inf"), float("-inf")):
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant")
        return "NaN" if o != o else "Infinity" if o > 0 else "-Infinity"

    def _array(self, items, indent, newline, open_ones):
        if not items:
            yield "[]"
            return
        items = list(items)  # as they are now, whoever changes them while they are written
        inner = newline if indent is None else newline + indent
        separator = "[" if indent is None else "[" + inner
        between = self.item_separator if indent is None else self.item_separator + inner
        for item in items:
            yield separator
            separator = between
            yield from self._value(item, indent, inner, open_ones)
        yield "]" if indent is None else newline + "]"

    def _object(self, o, indent, newline, open_ones):
        if not o:
            yield "{}"
            return
        inner = newline if indent is None else newline + indent
        separator = "{" if indent is None else "{" + inner
        between = self.item_separator if indent is None else self.item_separator + inner
        for key, value in sorted(o.items()) if self.sort_keys else list(o.items()):
            name = key if isinstance(key, str) else self._key(key)
            if name is None:
                continue
            yield separator
            separator = between
            yield quote(str(name), bool(self.ensure_ascii))
            yield self.key_separator
            yield from self._value(value, indent, inner, open_ones)
        if separator is not between:
            yield separator
        if indent is not None:
            yield newline
        yield "}"

    def _key(self, key):
        """The text for a key that is no text; None: to be skipped."""
        if key is None or isinstance(key, (int, float)):
            return self._simple(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")
