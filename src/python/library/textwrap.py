"""The module textwrap: paragraphs of a given width, and indentation."""

_WHITESPACE = "\t\n\x0b\x0c\r "
_AS_SPACES = {ord(character): " " for character in _WHITESPACE}


class TextWrapper:
    """Breaks text into lines; its attributes say how."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        # How wide, how many.
        self.width, self.max_lines, self.placeholder = width, max_lines, placeholder
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        # What becomes of white space.
        self.expand_tabs, self.tabsize = expand_tabs, tabsize
        self.replace_whitespace, self.drop_whitespace = replace_whitespace, drop_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        # Where else than at white space a line may end.
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens

    def wrap(self, text):
        """The lines, without line ends."""
        chunks = self._chunks(text)
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        return self._lines(chunks)

    def fill(self, text):
        """The lines, as one text."""
        return "\n".join(self.wrap(text))

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_AS_SPACES)
        split = _words_and_hyphens if self.break_on_hyphens else _words
        chunks = split(text)
        if self.fix_sentence_endings:
            for i in range(1, len(chunks)):
                if chunks[i] == " " and _ends_sentence(chunks[i - 1]):
                    chunks[i] = "  "
        return chunks

    def _lines(self, chunks):
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line, length = self._line(chunks, room)
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            if self._may_stand(lines, chunks, length, room):
                lines.append(indent + "".join(line))
            else:
                self._cut_short(lines, line, length, indent, room)
                break
        return lines

    def _line(self, chunks, room):
        """Takes from the end of `chunks` what fits into a line."""
        line = []
        length = 0
        while chunks and length + len(chunks[-1]) <= room:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > room:
            self._break_long_word(chunks, line, length, room)
            length = sum([len(chunk) for chunk in line])
        return line, length

    def _break_long_word(self, chunks, line, length, room):
        space_left = 1 if room < 1 else room - length
        if self.break_long_words:
            word = chunks[-1]
            end = space_left
            if self.break_on_hyphens and len(word) > space_left:
                hyphen = word.rfind("-", 0, space_left)
                if hyphen > 0 and word[:hyphen].strip("-"):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())

    def _may_stand(self, lines, chunks, length, room):
        """May this line stand, or must it give way to the placeholder?"""
        if self.max_lines is None or len(lines) + 1 < self.max_lines:
            return True
        rest_is_blank = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
        return rest_is_blank and length <= room

    def _cut_short(self, lines, line, length, indent, room):
        """Ends the text with the placeholder, in this line or in the one before."""
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= room:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            length -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())


def _ends_sentence(word):
    """A lower-case letter, a full stop (or ! or ?), perhaps a quote."""
    if word[-1:] in ("'", '"'):
        word = word[:-1]
    return len(word) >= 2 and word[-1] in ".!?" and "a" <= word[-2] <= "z"


def _words(text):
    """Runs of whitespace and runs of all else."""
    chunks = []
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or (text[i] in _WHITESPACE) != (text[start] in _WHITESPACE):
            chunks.append(text[start:i])
            start = i
    return chunks


def _words_and_hyphens(text):
    """As _words, but words may also end behind a hyphen and around a dash (two hyphens or more)."""
    chunks = []
    for chunk in _words(text):
        if "-" in chunk:
            _split_at_hyphens(chunk, chunks)
        else:
            chunks.append(chunk)
    return chunks


def _split_at_hyphens(word, chunks):
    start = 0
    while start < len(word):
        end = _end_of_dash(word, start)
        if end == start or start == 0 or not _stands_before_dash(word[start - 1]):
            end = start + 1
            while end < len(word):
                if _end_of_dash(word, end) > end and _stands_before_dash(word[end - 1]):
                    break
                if word[end] == "-" and _may_hyphenate(word, end):
                    end += 1
                    break
                end += 1
        chunks.append(word[start:end])
        start = end


def _end_of_dash(word, start):
    """Behind the dash that begins at `start` and is followed by a word; `start` if there is none."""
    end = start
    while end < len(word) and word[end] == "-":
        end += 1
    if end - start >= 2 and end < len(word) and (word[end].isalnum() or word[end] == "_"):
        return end
    return start


def _stands_before_dash(character):
    return character.isalnum() or character in "_!\"'&.,?"


def _is_letter(word, place):
    """Anything of a word but a digit."""
    return 0 <= place < len(word) and (
        word[place] == "_" or word[place].isalnum() and not word[place].isdecimal())


def _may_hyphenate(word, hyphen):
    """May a line end behind this hyphen? Two letters stand before it and two behind."""
    if not _is_letter(word, hyphen - 1):
        return False
    before = hyphen - 2
    if word[before] == "-":
        before -= 1
    if before < 0 or not _is_letter(word, before) or not _is_letter(word, hyphen + 1):
        return False
    if _is_letter(word, hyphen + 2):
        return True
    return word[hyphen + 2:hyphen + 3] == "-" and _is_letter(word, hyphen + 3)


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text on one line, cut short with a placeholder if it is too long."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the whitespace that all its lines begin with."""
    lines = ["" if not line.strip(" \t") else line for line in text.split("\n")]
    margin = None
    for line in lines:
        if line:
            indent = line[:len(line) - len(line.lstrip(" \t"))]
            margin = indent if margin is None else _common_start(margin, indent)
    if margin:
        lines = [line[len(margin):] for line in lines]
    return "\n".join(lines)


def _common_start(a, b):
    length = 0
    while length < len(a) and length < len(b) and a[length] == b[length]:
        length += 1
    return a[:length]


def indent(text, prefix, predicate=None):
    """The text with `prefix` before the lines that `predicate` chooses: those that are not blank."""
    chosen = str.strip if predicate is None else predicate
    return "".join([prefix + line if chosen(line) else line for line in text.splitlines(True)])
