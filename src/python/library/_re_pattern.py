"""re.Pattern: a compiled pattern and what can be done with it.

The matcher works for a while and then answers bytes, the search as far as it got: the loops here hand
them back to it. So a search that takes for ever passes the safe points of these loops.
"""
from _re import find, find_all
from _re_match import Match, expand, make_match

_MATCH, _FULL_MATCH, _SEARCH = range(3)
_FAR = (1 << 63) - 1


class Pattern:
    """Made by re.compile()."""

    __slots__ = ("_program", "_pattern", "_flags", "_groups", "_names", "_is_text")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Pattern' instances")

    pattern = property(lambda self: self._pattern)
    flags = property(lambda self: self._flags)
    groups = property(lambda self: self._groups)
    groupindex = property(lambda self: dict(self._names))

    def _find(self, string, pos, endpos, mode):
        """The match, or None."""
        spans = find(self._program, string, pos, endpos, mode, None)
        while type(spans) is bytes:
            spans = find(self._program, string, pos, endpos, mode, spans)
        return None if spans is None else make_match(spans, self, string, pos, endpos)

    def match(self, string, pos=0, endpos=_FAR):
        return self._find(string, pos, endpos, _MATCH)

    def fullmatch(self, string, pos=0, endpos=_FAR):
        return self._find(string, pos, endpos, _FULL_MATCH)

    def search(self, string, pos=0, endpos=_FAR):
        return self._find(string, pos, endpos, _SEARCH)

    def _find_all(self, string, pos, endpos, must_advance, limit, as_text):
        results = []
        rest = find_all(self._program, string, pos, endpos, must_advance, limit, as_text, results, None)
        while rest is not None:
            rest = find_all(self._program, string, pos, endpos, must_advance, limit, as_text, results, rest)
        return results

    def findall(self, string, pos=0, endpos=_FAR):
        return self._find_all(string, pos, endpos, False, 0, True)

    def finditer(self, string, pos=0, endpos=_FAR):
        return self._matches(string, pos, endpos, self._find_all(string, pos, endpos, False, 1, False))

    def _matches(self, string, pos, endpos, found):
        """Searches for more and more matches at a time."""
        limit = 1
        while found:
            for spans in found:
                yield make_match(spans, self, string, pos, endpos)
            if len(found) < limit:
                return
            limit = min(2 * limit, 128)
            found = self._find_all(string, spans[1], endpos, spans[0] == spans[1], limit, False)

    def split(self, string, maxsplit=0):
        parts = []
        place = 0
        for spans in self._find_all(string, 0, _FAR, False, maxsplit, False) if maxsplit >= 0 else []:
            parts.append(string[place:spans[0]])
            place = spans[1]
            for i in range(3, len(spans), 2):
                parts.append(None if spans[i] < 0 else string[spans[i]:spans[i + 1]])
        parts.append(string[place:])
        return parts

    def sub(self, repl, string, count=0):
        return self._substitute(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        return self._substitute(repl, string, count)

    def _substitute(self, repl, string, count):
        pieces = None
        literal = False
        if not callable(repl):
            if not isinstance(repl, (str, bytes)):
                raise TypeError(f"decoding to str: need a bytes-like object, {type(repl).__name__} found")
            literal = (b"\\" if isinstance(repl, bytes) else "\\") not in repl
            if not literal:
                from _re_template import parse_template

                pieces = parse_template(repl, self)
        parts = []
        place = 0
        found = self._find_all(string, 0, _FAR, False, count, False) if count >= 0 else []
        for spans in found:
            if place < spans[0]:
                parts.append(string[place:spans[0]])
            place = spans[1]
            if literal:
                parts.append(repl)
                continue
            if pieces is not None:
                parts.append(expand(pieces, spans, string))
                continue
            replacement = repl(make_match(spans, self, string, 0, _FAR))
            if replacement is not None:
                parts.append(replacement)
        if not found:
            return string, 0
        if place < len(string):
            parts.append(string[place:])
        return string[:0].join(parts), len(found)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self._flags == other._flags and type(self._pattern) is type(other._pattern)
                and self._pattern == other._pattern)

    def __hash__(self):
        return hash((self._pattern, self._flags))

    def __repr__(self):
        shown = repr(self._pattern)[:200]
        flags = self._flags
        if self._is_text and not flags & 256:
            flags &= ~32
        if not flags:
            return f"re.compile({shown})"
        names = ["re." + name for name, bit in _SHOWN_FLAGS if flags & bit]
        return f"re.compile({shown}, {'|'.join(names)})"


Pattern.__module__ = "re"
_SHOWN_FLAGS = (
    ("TEMPLATE", 1), ("IGNORECASE", 2), ("LOCALE", 4), ("MULTILINE", 8), ("DOTALL", 16),
    ("UNICODE", 32), ("VERBOSE", 64), ("DEBUG", 128), ("ASCII", 256),
)
_new = object.__new__


def make_pattern(pattern, flags):
    from _re_compiler import compile_pattern

    result = _new(Pattern)
    result._pattern = pattern
    result._is_text = isinstance(pattern, str)
    result._program, result._flags, result._groups, result._names = compile_pattern(pattern, flags)
    return result
