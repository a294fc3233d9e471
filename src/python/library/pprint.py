"""The module pprint: data over several lines where one is too short."""

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    return PrettyPrinter().line(object, {}, 0)[0]


def isreadable(object):
    return PrettyPrinter().line(object, {}, 0)[1]


def isrecursive(object):
    return PrettyPrinter().line(object, {}, 0)[2]


class _SafeKey:
    """Sorts what cannot be compared by its type."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


_BRACKETS = {list: ("[", "]"), tuple: ("(", ")"), set: ("{", "}"), frozenset: ("frozenset({", "})")}


class PrettyPrinter:
    """Knows how data is to be laid out."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        text = self.pformat(object) + "\n"
        if self._stream is None:
            print(text, end="")
        else:
            self._stream.write(text)

    def pformat(self, object):
        parts = []
        self._format(object, parts, 0, 0, {}, 0)
        return "".join(parts)

    # ---- one line

    def format(self, object, context, maxlevels, level):
        """(text, readable?, recursive?); a subclass may know better."""
        cls = type(object)
        if cls is int and self._underscore_numbers:
            return f"{object:_d}", True, False
        known = cls.__repr__ in (dict.__repr__, list.__repr__, tuple.__repr__)
        if not known or not isinstance(object, (dict, list, tuple)):
            text = repr(object)
            return text, not text.startswith("<"), False
        open_mark, close_mark = ("{", "}") if isinstance(object, dict) else ("[", "]") if isinstance(object, list) else ("(", ")")
        if not object:
            return open_mark + close_mark, True, False
        if maxlevels and level >= maxlevels:
            comma = "," if isinstance(object, tuple) and len(object) == 1 else ""
            return f"{open_mark}...{comma}{close_mark}", False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        parts = []
        readable, recursive = True, False
        if isinstance(object, dict):
            groups = [(": ", pair) for pair in self._items(object)]
        else:
            groups = [("", (item,)) for item in object]
        for between, group in groups:
            shown = []
            for item in group:
                text, item_readable, item_recursive = self.format(item, context, maxlevels, level + 1)
                shown.append(text)
                readable = readable and item_readable
                recursive = recursive or item_recursive
            parts.append(between.join(shown))
        del context[id(object)]
        comma = "," if isinstance(object, tuple) and len(object) == 1 else ""
        return f"{open_mark}{', '.join(parts)}{comma}{close_mark}", readable, recursive

    def line(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)

    def _items(self, object):
        if not self._sort_dicts:
            return object.items()
        return sorted(object.items(), key=lambda item: (_SafeKey(item[0]), _SafeKey(item[1])))

    # ---- several lines

    def _format(self, object, parts, indent, allowance, context, level):
        if id(object) in context:
            parts.append(_recursion(object))
            return
        text = self.line(object, context, level)[0]
        if len(text) > self._width - indent - allowance and self._layout(object) is not None:
            context[id(object)] = 1
            self._layout(object)(object, parts, indent, allowance, context, level + 1)
            del context[id(object)]
        else:
            parts.append(text)

    def _layout(self, object):
        """The method that lays out such an object; None: it stays on one line."""
        method = type(object).__repr__
        if isinstance(object, dict) and method is dict.__repr__:
            return self._format_dict
        for cls in (list, tuple, set, frozenset):
            if isinstance(object, cls) and method is cls.__repr__:
                return self._format_sequence
        if isinstance(object, str) and method is str.__repr__ and object:
            return self._format_text
        return None

    def _format_dict(self, object, parts, indent, allowance, context, level):
        parts.append("{")
        if self._indent > 1:
            parts.append(" " * (self._indent - 1))
        inner = indent + self._indent
        items = list(self._items(object))
        for i, (key, value) in enumerate(items):
            if i:
                parts.append(",\n" + " " * inner)
            name = self.line(key, context, level)[0]
            parts.append(name + ": ")
            last = i == len(items) - 1
            self._format(value, parts, inner + len(name) + 2, allowance + 1 if last else 1, context, level)
        parts.append("}")

    def _format_sequence(self, object, parts, indent, allowance, context, level):
        if not object and isinstance(object, (set, frozenset)):
            parts.append(repr(object))
            return
        for cls, (open_mark, close_mark) in _BRACKETS.items():
            if isinstance(object, cls):
                break
        items = list(object)
        if isinstance(object, (set, frozenset)):
            items.sort(key=_SafeKey)
        if isinstance(object, tuple) and len(items) == 1:
            close_mark = ",)"
        parts.append(open_mark)
        indent += len(open_mark) - 1
        self._format_items(items, parts, indent, allowance + len(close_mark), context, level)
        parts.append(close_mark)

    def _format_items(self, items, parts, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            parts.append(" " * (self._indent - 1))
        line_end = ",\n" + " " * indent
        separator = ""
        room = full = self._width - indent + 1
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                full -= allowance
                room -= allowance
            if self._compact:
                text = self.line(item, context, level)[0]
                if room < len(text) + 2 and separator:
                    separator = line_end
                    room = full
                if room >= len(text) + 2:
                    room -= len(text) + 2
                    parts += [separator, text]
                    separator = ", "
                    continue
            parts.append(separator)
            separator = line_end
            self._format(item, parts, indent, allowance if last else 1, context, level)

    def _format_text(self, object, parts, indent, allowance, context, level):
        """Text over several lines, between parentheses if it stands alone."""
        alone = level == 1
        if alone:
            indent += 1
            allowance += 1
        chunks = []
        lines = object.splitlines(True)
        for i, line in enumerate(lines):
            last_line = i == len(lines) - 1
            room = self._width - indent
            if len(repr(line)) <= room - (allowance if last_line else 0):
                chunks.append(repr(line))
                continue
            words = _words(line)
            current = ""
            for j, word in enumerate(words):
                if last_line and j == len(words) - 1:
                    room -= allowance
                if len(repr(current + word)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            parts.append(chunks[0])
            return
        text = ("\n" + " " * indent).join(chunks)
        parts.append(f"({text})" if alone else text)


def _words(line):
    """Words, each with the whitespace behind it."""
    words = []
    start = 0
    for i in range(1, len(line) + 1):
        if i == len(line) or line[i - 1].isspace() and not line[i].isspace():
            words.append(line[start:i])
            start = i
    return words
