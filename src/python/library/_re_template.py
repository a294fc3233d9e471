"""What re.sub() puts in: text with references to groups, taken apart once."""
from _re_error import error

_DIGITS, _OCTAL = "0123456789", "01234567"
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CONTROL = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


def parse_template(template, pattern):
    """A list of pieces: text (or bytes), and the numbers of groups."""
    is_text = isinstance(template, str)
    text = template if is_text else template.decode("latin-1")
    pieces = []
    place = 0
    while True:
        backslash = text.find("\\", place)
        if backslash < 0:
            break
        if backslash > place:
            pieces.append(text[place:backslash])
        if backslash + 1 == len(text):
            raise error("bad escape (end of pattern)", template, backslash)
        piece, place = _escape(text, backslash, template, pattern)
        pieces.append(piece)
    if place < len(text):
        pieces.append(text[place:])
    if is_text:
        return pieces
    return [piece.encode("latin-1") if isinstance(piece, str) else piece for piece in pieces]


def _escape(text, start, template, pattern):
    """(what the escape at `start` stands for, the place behind it)"""
    c = text[start + 1]
    place = start + 2
    if c == "g":
        return _group(text, place, template, pattern)
    if c == "0":
        end = _end_of_digits(text, place, _OCTAL, 2)
        return chr(int(text[start + 1:end], 8) & 0xFF), end
    if c in _DIGITS:
        end = _end_of_digits(text, place, _DIGITS, 1)
        if end > place and c in _OCTAL and text[place] in _OCTAL and text[end:end + 1] in tuple(_OCTAL):
            value = int(text[start + 1:end + 1], 8)
            if value > 0o377:
                raise error(f"octal escape value {text[start:end + 1]} outside of range 0-0o377", template, start)
            return chr(value), end + 1
        return _checked(int(text[start + 1:end]), template, start + 1, pattern), end
    if c in _CONTROL:
        return _CONTROL[c], place
    if c in _LETTERS:
        raise error(f"bad escape \\{c}", template, start)
    return text[start:place], place


def _end_of_digits(text, place, digits, count):
    end = place
    while end < len(text) and end - place < count and text[end] in digits:
        end += 1
    return end


def _checked(number, template, place, pattern):
    if number > pattern.groups:
        raise error(f"invalid group reference {number}", template, place)
    return number


def _group(text, place, template, pattern):
    """\\g<name> or \\g<number>"""
    if text[place:place + 1] != "<":
        raise error("missing <", template, place)
    start = place + 1
    end = text.find(">", start)
    if start >= len(text) or end == start:
        raise error("missing group name", template, start)
    if end < 0:
        raise error("missing >, unterminated name", template, start)
    name = text[start:end]
    if name.isidentifier() and (isinstance(template, str) or name.isascii()):
        number = pattern.groupindex.get(name)
        if number is None:
            raise IndexError(f"unknown group name {name!r}")
        return number, end + 1
    if not name.isdecimal():
        shown = repr(name) if isinstance(template, str) else ascii(name)
        raise error(f"bad character in group name {shown}", template, start)
    return _checked(int(name), template, start, pattern), end + 1
