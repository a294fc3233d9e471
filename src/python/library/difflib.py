"""The module difflib: what two sequences have in common, and their differences as text."""

__all__ = ["SequenceMatcher", "get_close_matches", "ndiff", "restore", "unified_diff", "Match",
           "IS_LINE_JUNK", "IS_CHARACTER_JUNK"]


class Match(tuple):
    """A run that both sequences have: where it begins in each, and how long it is."""

    _fields = ("a", "b", "size")
    a = property(lambda self: self[0])
    b = property(lambda self: self[1])
    size = property(lambda self: self[2])

    def __repr__(self):
        return f"Match(a={self[0]}, b={self[1]}, size={self[2]})"


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares sequences of hashable items by their longest common runs, found again and again."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self._blocks = self._opcodes = None

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self._blocks = self._opcodes = self._counts = None
            self._index()

    def _index(self):
        """Where each item of b is; without junk and, in long sequences, what is everywhere."""
        places = {}
        for i, item in enumerate(self.b):
            places.setdefault(item, []).append(i)
        self.bjunk = {item for item in places if self.isjunk and self.isjunk(item)}
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        n = len(self.b)
        if self.autojunk and n >= 200:
            most = n // 100 + 1
            self.bpopular = {item for item, found in places.items() if len(found) > most}
            for item in self.bpopular:
                del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_i, best_j, best_size = alo, blo, 0
        lengths = {}    # of the runs that end at j in b and the item before in a
        for i in range(alo, ahi):
            longer = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = longer[j] = lengths.get(j - 1, 0) + 1
                if k > best_size:
                    best_i, best_j, best_size = i - k + 1, j - k + 1, k
            lengths = longer
        # What is no junk next to it, then junk: neither begins a run, both may be part of one.
        for is_junk in (False, True):
            while (best_i > alo and best_j > blo and (b[best_j - 1] in junk) == is_junk
                   and a[best_i - 1] == b[best_j - 1]):
                best_i, best_j, best_size = best_i - 1, best_j - 1, best_size + 1
            while (best_i + best_size < ahi and best_j + best_size < bhi
                   and (b[best_j + best_size] in junk) == is_junk
                   and a[best_i + best_size] == b[best_j + best_size]):
                best_size += 1
        return Match((best_i, best_j, best_size))

    def get_matching_blocks(self):
        if self._blocks is not None:
            return self._blocks
        pending = [(0, len(self.a), 0, len(self.b))]
        found = []
        while pending:
            alo, ahi, blo, bhi = pending.pop()
            match = i, j, size = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                if alo < i and blo < j:
                    pending.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    pending.append((i + size, ahi, j + size, bhi))
        found.sort()
        blocks = []
        for i, j, size in found:
            if blocks and blocks[-1][0] + blocks[-1][2] == i and blocks[-1][1] + blocks[-1][2] == j:
                last = blocks.pop()
                i, j, size = last[0], last[1], last[2] + size
            blocks.append(Match((i, j, size)))
        blocks.append(Match((len(self.a), len(self.b), 0)))
        self._blocks = blocks
        return blocks

    def get_opcodes(self):
        """How a becomes b: (tag, i1, i2, j1, j2), tag "replace", "delete", "insert" or "equal"."""
        if self._opcodes is None:
            i = j = 0
            opcodes = []
            for ai, bj, size in self.get_matching_blocks():
                if i < ai and j < bj:
                    opcodes.append(("replace", i, ai, j, bj))
                elif i < ai:
                    opcodes.append(("delete", i, ai, j, bj))
                elif j < bj:
                    opcodes.append(("insert", i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    opcodes.append(("equal", ai, i, bj, j))
            self._opcodes = opcodes
        return self._opcodes

    def get_grouped_opcodes(self, n=3):
        """The opcodes in groups, each with up to n equal items around."""
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        codes = list(codes)
        if codes[0][0] == "equal":
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == "equal":
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > n + n:
                # A long equal part ends one group and begins the next.
                yield [*group, (tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n))]
                group, i1, j1 = [], max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        matches = sum([block[2] for block in self.get_matching_blocks()])
        return _ratio(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        """At least ratio(): how many items both have, in any order."""
        if self._counts is None:
            self._counts = {}
            for item in self.b:
                self._counts[item] = self._counts.get(item, 0) + 1
        left = dict(self._counts)
        matches = 0
        for item in self.a:
            if left.get(item, 0) > 0:
                matches += 1
            left[item] = left.get(item, 0) - 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The best n of the possibilities that are like `word`, the likest first."""
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    found = []
    for possibility in possibilities:
        matcher.set_seq1(possibility)
        if (matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff
                and matcher.ratio() >= cutoff):
            found.append((matcher.ratio(), possibility))
    found.sort(reverse=True)
    return [possibility for _, possibility in found[:n]]


def IS_LINE_JUNK(line):
    return line.strip() in ("", "#")


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


# ---- ndiff -------------------------------------------------------------------------------------


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """Yields lines: "- " of a, "+ " of b, "  " of both, "? " marks what differs within a line."""
    matcher = SequenceMatcher(linejunk, a, b)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "replace":
            yield from _replace(a, i1, i2, b, j1, j2, charjunk)
        elif tag == "delete":
            yield from _marked("-", a, i1, i2)
        elif tag == "insert":
            yield from _marked("+", b, j1, j2)
        else:
            yield from _marked(" ", a, i1, i2)


def _marked(sign, lines, low, high):
    for i in range(low, high):
        yield f"{sign} {lines[i]}"


def _replace(a, alo, ahi, b, blo, bhi, charjunk):
    """Lines that became others: the likest pair is shown side by side, the rest around it."""
    best, cutoff = 0.74, 0.75
    best_i = best_j = equal_i = equal_j = None
    matcher = SequenceMatcher(charjunk)
    for j in range(blo, bhi):
        matcher.set_seq2(b[j])
        for i in range(alo, ahi):
            if a[i] == b[j]:
                if equal_i is None:
                    equal_i, equal_j = i, j
                continue
            matcher.set_seq1(a[i])
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                best, best_i, best_j = matcher.ratio(), i, j
    identical = best < cutoff
    if identical:
        if equal_i is None:
            # Nothing alike: all of one, then all of the other, the shorter first.
            if bhi - blo < ahi - alo:
                yield from _marked("+", b, blo, bhi)
                yield from _marked("-", a, alo, ahi)
            else:
                yield from _marked("-", a, alo, ahi)
                yield from _marked("+", b, blo, bhi)
            return
        best_i, best_j = equal_i, equal_j
    yield from _around(a, alo, best_i, b, blo, best_j, charjunk)
    old, new = a[best_i], b[best_j]
    if identical:
        yield f"  {old}"
    else:
        marks_old = marks_new = ""
        matcher.set_seqs(old, new)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            sign_old, sign_new = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}[tag]
            marks_old += sign_old * (i2 - i1)
            marks_new += sign_new * (j2 - j1)
        yield from _pair(old, new, marks_old, marks_new)
    yield from _around(a, best_i + 1, ahi, b, best_j + 1, bhi, charjunk)


def _around(a, alo, ahi, b, blo, bhi, charjunk):
    if alo < ahi:
        if blo < bhi:
            yield from _replace(a, alo, ahi, b, blo, bhi, charjunk)
        else:
            yield from _marked("-", a, alo, ahi)
    elif blo < bhi:
        yield from _marked("+", b, blo, bhi)


def _pair(old, new, marks_old, marks_new):
    yield "- " + old
    marks = _with_blanks_of(old, marks_old)
    if marks:
        yield f"? {marks}\n"
    yield "+ " + new
    marks = _with_blanks_of(new, marks_new)
    if marks:
        yield f"? {marks}\n"


def _with_blanks_of(line, marks):
    """A tab of the line stays a tab, so that the marks stand below."""
    return "".join([c if mark == " " and c.isspace() else mark for c, mark in zip(line, marks)]).rstrip()


def restore(delta, which):
    """The lines of sequence 1 or 2 from what ndiff() has yielded."""
    if which not in (1, 2):
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}")
    signs = ("  ", "- " if which == 1 else "+ ")
    for line in delta:
        if line[:2] in signs:
            yield line[2:]


# ---- unified_diff ------------------------------------------------------------------------------


def _range(start, stop):
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Yields the lines of a diff as `diff -u` writes it."""
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f"--- {fromfile}{_date(fromfiledate)}{lineterm}"
            yield f"+++ {tofile}{_date(tofiledate)}{lineterm}"
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for line in a[i1:i2]:
                    yield " " + line
                continue
            if tag in ("replace", "delete"):
                for line in a[i1:i2]:
                    yield "-" + line
            if tag in ("replace", "insert"):
                for line in b[j1:j2]:
                    yield "+" + line


def _date(date):
    return f"\t{date}" if date else ""
