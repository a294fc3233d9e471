"""re.Match: what a match found."""


class Match:
    """Where the pattern and each of its groups matched."""

    __slots__ = ("_spans", "_pattern", "_string", "_pos", "_endpos")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Match' instances")

    re = property(lambda self: self._pattern)
    string = property(lambda self: self._string)
    pos = property(lambda self: min(max(self._pos, 0), len(self._string)))
    endpos = property(lambda self: min(max(self._endpos, 0), len(self._string)))
    lastindex = property(lambda self: self._spans[2])

    @property
    def lastgroup(self):
        last = self._spans[2]
        for name, number in self._pattern.groupindex.items():
            if number == last:
                return name
        return None

    @property
    def regs(self):
        return tuple([self.span(i) for i in range(self._pattern.groups + 1)])

    def _place(self, group):
        """Where in _spans the start of a group is; its end is behind it."""
        if isinstance(group, int):
            if group == 0:
                return 0
        elif isinstance(group, (str, bytes)):
            group = self._pattern._names.get(group, -1)
        elif hasattr(type(group), "__index__"):
            return self._place(group.__index__())
        else:
            group = -1
        if 0 < group <= self._pattern.groups:
            return 2 * group + 1
        raise IndexError("no such group")

    def _text(self, group, default=None):
        spans = self._spans
        place = self._place(group)
        start = spans[place]
        return default if start < 0 else self._string[start:spans[place + 1]]

    def group(self, *groups):
        if not groups:
            return self._string[self._spans[0]:self._spans[1]]
        if len(groups) == 1:
            return self._text(groups[0])
        return tuple([self._text(group) for group in groups])

    def __getitem__(self, group):
        return self._text(group)

    def groups(self, default=None):
        return tuple([self._text(i, default) for i in range(1, self._pattern.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(number, default) for name, number in self._pattern.groupindex.items()}

    def start(self, group=0, /):
        return self._spans[self._place(group)]

    def end(self, group=0, /):
        return self._spans[self._place(group) + 1]

    def span(self, group=0, /):
        place = self._place(group)
        return self._spans[place], self._spans[place + 1]

    def expand(self, template):
        from _re_template import parse_template

        return expand(parse_template(template, self._pattern), self._spans, self._string)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self.group()!r}>"


Match.__module__ = "re"
_new = object.__new__


def make_match(spans, pattern, string, pos, endpos):
    match = _new(Match)
    match._spans = spans
    match._pattern = pattern
    match._string = string
    match._pos = pos
    match._endpos = endpos
    return match


def expand(pieces, spans, string):
    """The text that a template, taken apart, stands for."""
    parts = []
    for piece in pieces:
        if isinstance(piece, int):
            place = 2 * piece + 1 if piece else 0
            start = spans[place]
            if start >= 0:
                parts.append(string[start:spans[place + 1]])
        else:
            parts.append(piece)
    return string[:0].join(parts)
