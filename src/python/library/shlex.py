"""The module shlex: command lines taken apart as a shell does."""

_SAFE = "@%+=:,./-_"


def split(s, comments=False, posix=True):
    """The words of a command line."""
    if s is None:
        raise ValueError("s argument must not be None")
    words = []
    word = None  # the word being read; None between words
    place = 0
    while place < len(s):
        c = s[place]
        place += 1
        if c in " \t\r\n":
            if word is not None:
                words.append(word)
                word = None
        elif comments and c == "#":
            if word is not None:
                words.append(word)
                word = None
            end = s.find("\n", place)
            place = len(s) if end < 0 else end
        elif posix and c == "\\":
            if place == len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[place]
            place += 1
        elif c in "'\"":
            if not posix and word is not None:
                word += c
                continue
            quoted, place = _quoted(s, place, c, posix)
            word = (word or "") + quoted
            if not posix:
                words.append(word)
                word = None
        else:
            word = (word or "") + c
    if word is not None:
        words.append(word)
    return words


def _quoted(s, place, quote, posix):
    """(what stands in the quotes, the place behind them)"""
    text = "" if posix else quote
    while place < len(s):
        c = s[place]
        place += 1
        if c == quote:
            return text if posix else text + quote, place
        if posix and c == "\\" and quote == '"':
            if place == len(s):
                raise ValueError("No escaped character")
            if s[place] not in '"\\':
                text += c
            c = s[place]
            place += 1
        text += c
    raise ValueError("No closing quotation")


def quote(s):
    """The text as one word of a command line."""
    if not s:
        return "''"
    if all([c.isascii() and c.isalnum() or c in _SAFE for c in s]):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(word) for word in split_command])
