"""Reads regular expressions: text to a tree of tuples, or re.error with the place of what is wrong.

A sequence is a list of items. An item is a tuple that begins with what it is:

    ("char", character, fold)             one character, given as a number
    ("any", newline too?)                 any character
    ("set", negated, ranges, categories, fold)
                                          ranges: first and last characters in turn
    ("at", position)                      a number: Position of the matcher
    ("group", number, sequence)           number None: it captures nothing
    ("branch", sequences)
    ("repeat", kind, minimum, maximum, sequence)
                                          kind: GREEDY, LAZY or POSSESSIVE; maximum None: no limit
    ("atomic", sequence)
    ("look", behind?, negated?, sequence)
    ("backreference", number, fold)
    ("if", number, sequence, sequence)
    ("fail",)

`fold` says how case is ignored: 0 not at all, 1 that of ASCII letters, 2 that of all. Flags are
resolved here, so nothing in the tree depends on them.
"""
from _re import has_others, lower, named
from _re_error import error

TEMPLATE, IGNORECASE, LOCALE, MULTILINE, DOTALL, UNICODE, VERBOSE, DEBUG, ASCII = [1 << i for i in range(9)]
_FLAGS = {"i": IGNORECASE, "L": LOCALE, "m": MULTILINE, "s": DOTALL, "x": VERBOSE, "a": ASCII, "u": UNICODE, "t": TEMPLATE}
_TYPES = ASCII | LOCALE | UNICODE

GREEDY, LAZY, POSSESSIVE = range(3)
# Positions, in the matcher's order.
_TEXT_START, _LINE_START, _END, _LINE_END, _TEXT_END, _BOUNDARY, _NO_BOUNDARY = range(7)
_ASCII_MORE = 2  # from _BOUNDARY to the same for ASCII

_LAST_CHARACTER = 0x10FFFF
_LIMIT = 4294967295
_WHITESPACE = " \t\n\r\v\f"
_DIGITS, _OCTAL, _HEX = "0123456789", "01234567", "0123456789abcdefABCDEF"
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CONTROL = {"a": 7, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
# In the matcher's order; then what they are in ASCII.
_CATEGORIES = "dDsSwW"
_ASCII_CATEGORIES = ([48, 57], [9, 13, 32, 32], [48, 57, 65, 90, 95, 95, 97, 122])


class Parser:
    """One pattern: parse() once, then the attributes tell flags, groups and names."""

    def __init__(self, pattern, flags):
        self.pattern = pattern
        self.is_text = isinstance(pattern, str)
        self.text = pattern if self.is_text else pattern.decode("latin-1")
        self.place = 0
        self.flags = flags
        self.groups = 1  # the next group's number
        self.names = {}
        self.widths = {0: None}  # width() of the closed groups; None while a group is open
        self._conditions = {}  # groups that a condition asks about, and where
        self._behind_groups = None  # in a look-behind: the first group that is defined within it

    # ---- reading

    def _error(self, message, back=0):
        if not self.is_text:
            message = message.encode("ascii", "backslashreplace").decode("ascii")
        return error(message, self.pattern, self.place - back)

    def _advance(self, count):
        """Goes on; a lone backslash is refused as soon as it is the next character."""
        self.place += count
        if self.place + 1 == len(self.text) and self.text[self.place] == "\\":
            raise error("bad escape (end of pattern)", self.pattern, self.place)

    def _peek(self):
        """The next character, with a backslash the one behind it too; "" at the end."""
        start = self.place
        return self.text[start:start + 2] if self.text.startswith("\\", start) else self.text[start:start + 1]

    def _take(self):
        this = self._peek()
        self._advance(len(this))
        return this

    def _accept(self, wanted):
        if self._peek() != wanted:
            return False
        self._advance(1)
        return True

    def _take_while(self, characters, count):
        start = self.place
        while self.place - start < count and self.place < len(self.text) and self.text[self.place] in characters:
            self._advance(1)
        return self.text[start:self.place]

    def _take_until(self, terminator, what):
        start = self.place
        while True:
            this = self._take()
            if not this:
                if self.place == start:
                    raise self._error(f"missing {what}")
                raise self._error(f"missing {terminator}, unterminated name", self.place - start)
            if this == terminator:
                if self.place - start == 1:
                    raise self._error(f"missing {what}", 1)
                return self.text[start:self.place - 1]

    # ---- the whole and its parts

    def parse(self):
        """The pattern as a sequence."""
        self._advance(0)
        sequence = self._alternatives(self.flags, True)
        self._check_flags()
        if self.place < len(self.text):
            raise self._error("unbalanced parenthesis")
        for number, place in self._conditions.items():
            if number >= self.groups:
                raise error(f"invalid group reference {number}", self.pattern, place)
        return sequence

    def _check_flags(self):
        """ValueError if some flags exclude each other."""
        flags = self.flags
        if self.is_text:
            if flags & LOCALE:
                raise ValueError("cannot use LOCALE flag with a str pattern")
            if flags & ASCII and flags & UNICODE:
                raise ValueError("ASCII and UNICODE flags are incompatible")
            if not flags & ASCII:
                self.flags |= UNICODE
        elif flags & UNICODE:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        elif flags & LOCALE and flags & ASCII:
            raise ValueError("ASCII and LOCALE flags are incompatible")

    def _alternatives(self, flags, outermost=False):
        """What stands between parentheses, or everything."""
        sequences = [self._sequence(flags, outermost)]
        while self._accept("|"):
            if outermost:
                flags = self.flags
            sequences.append(self._sequence(flags, False))
        return sequences[0] if len(sequences) == 1 else [("branch", sequences)]

    def _sequence(self, flags, may_set_flags):
        """Up to `|`, `)` or the end."""
        items = []
        while True:
            this = self._peek()
            if not this or this in "|)":
                return items
            self._advance(len(this))
            if flags & VERBOSE:
                if this in _WHITESPACE:
                    continue
                if this == "#":
                    while self._take() not in ("", "\n"):
                        pass
                    continue
            if this[0] == "\\":
                items.append(self._escape(this, flags))
            elif this == ".":
                items.append(("any", bool(flags & DOTALL)))
            elif this == "^":
                items.append(("at", _LINE_START if flags & MULTILINE else _TEXT_START))
            elif this == "$":
                items.append(("at", _LINE_END if flags & MULTILINE else _END))
            elif this == "[":
                items.append(self._set(flags))
            elif this in "*+?{":
                self._repeat(this, items, flags)
            elif this == "(":
                item = self._group(flags, may_set_flags and not items)
                if item is not None:
                    items.append(item)
                elif may_set_flags:
                    flags = self.flags
            else:
                items.append(self._char(ord(this), flags))

    def _fold(self, flags):
        if not flags & IGNORECASE:
            return 0
        return 2 if self.is_text and not flags & ASCII else 1

    def _char(self, character, flags):
        fold = self._fold(flags)
        if fold == 1:
            return ("char", character + 32, 1) if 65 <= character <= 90 else ("char", character, fold if 97 <= character <= 122 else 0)
        if fold == 2:
            character = lower(character)
            if has_others(character):
                return ("set", False, [character, character], [], 2)
            return ("char", character, fold if chr(character).upper() != chr(character) else 0)
        return ("char", character, 0)

    # ---- repetition

    def _repeat(self, this, items, flags):
        here = self.place
        if this == "{":
            bounds = self._bounds()
            if bounds is None:
                self.place = here
                items.append(self._char(ord("{"), flags))
                return
            minimum, maximum = bounds
        else:
            minimum = 1 if this == "+" else 0
            maximum = 1 if this == "?" else None
        if not items or items[-1][0] == "at":
            raise error("nothing to repeat", self.pattern, here - 1)
        if items[-1][0] == "repeat":
            raise error("multiple repeat", self.pattern, here - 1)
        body = [items[-1]]
        if items[-1][0] == "group" and items[-1][1] is None:
            body = items[-1][2]
        kind = LAZY if self._accept("?") else POSSESSIVE if self._accept("+") else GREEDY
        items[-1] = ("repeat", kind, minimum, maximum, body)

    def _bounds(self):
        """(minimum, maximum) behind a brace; None if this is no repetition."""
        start = self.place
        if self._peek() == "}":
            return None
        low = self._take_while(_DIGITS, len(self.text))
        high = self._take_while(_DIGITS, len(self.text)) if self._accept(",") else low
        if not self._accept("}"):
            return None
        minimum, maximum = int(low or 0), int(high) if high else None
        if minimum >= _LIMIT or maximum is not None and maximum >= _LIMIT:
            raise OverflowError("the repetition number is too large")
        if maximum is not None and maximum < minimum:
            raise error("min repeat greater than max repeat", self.pattern, start)
        return minimum, maximum

    # ---- escapes

    def _escape(self, this, flags):
        c = this[1]
        if c in _CATEGORIES:
            ranges, categories = self._category(c, flags)
            return ("set", False, ranges, categories, 0)
        if c == "A":
            return ("at", _TEXT_START)
        if c == "Z":
            return ("at", _TEXT_END)
        if c in "bB":
            position = _BOUNDARY if c == "b" else _NO_BOUNDARY
            return ("at", position if self._is_unicode(flags) else position + _ASCII_MORE)
        if c == "0":
            return self._char(int("0" + self._take_while(_OCTAL, 2), 8), flags)
        if c in _DIGITS:
            return self._number_escape(this, flags)
        return self._char(self._character_escape(this), flags)

    def _is_unicode(self, flags):
        return self.is_text and not flags & ASCII

    def _category(self, letter, flags):
        """(ranges, categories) of \\d and its kin."""
        index = _CATEGORIES.index(letter)
        if self._is_unicode(flags):
            return [], [index]
        ranges = _ASCII_CATEGORIES[index // 2]
        if index % 2:
            ranges = [0, *[bound + (1 if i % 2 else -1) for i, bound in enumerate(ranges)], _LAST_CHARACTER]
        return ranges, []

    def _number_escape(self, this, flags):
        """A group again, or a character by its octal number."""
        digits = this[1] + self._take_while(_DIGITS, 1)
        if len(digits) == 2 and digits[0] in _OCTAL and digits[1] in _OCTAL:
            third = self._take_while(_OCTAL, 1)
            if third:
                return self._char(self._octal(digits + third), flags)
        number = int(digits)
        if number >= self.groups:
            raise self._error(f"invalid group reference {number}", len(digits))
        if self.widths.get(number) is None:
            raise self._error("cannot refer to an open group", len(digits) + 1)
        self._check_behind(number)
        return ("backreference", number, self._fold(flags))

    def _octal(self, digits):
        value = int(digits, 8)
        if value > 0o377:
            raise self._error(f"octal escape value \\{digits} outside of range 0-0o377", len(digits) + 1)
        return value

    def _character_escape(self, this):
        """The character that an escape stands for, in a set or outside."""
        c = this[1]
        if c in _CONTROL:
            return _CONTROL[c]
        count = {"x": 2, "u": 4, "U": 8}.get(c, 0)
        if count and (c == "x" or self.is_text):
            digits = self._take_while(_HEX, count)
            if len(digits) != count:
                raise self._error(f"incomplete escape {this}{digits}", len(digits) + 2)
            value = int(digits, 16)
            if value <= _LAST_CHARACTER:
                return value
            this += digits
        elif c == "N" and self.is_text:
            return self._named_character()
        elif c not in _LETTERS and c not in _DIGITS:
            return ord(c)
        raise self._error(f"bad escape {this}", len(this))

    def _named_character(self):
        if not self._accept("{"):
            raise self._error("missing {")
        name = self._take_until("}", "character name")
        character = named(name)
        if character is None:
            raise self._error(f"undefined character name {name!r}", len(name) + len(r"\N{}"))
        return character

    # ---- sets

    def _set(self, flags):
        here = self.place - 1
        negated = self._accept("^")
        ranges, categories = [], []
        first = self.place
        while True:
            this = self._take_of_set(here)
            if this == "]" and self.place > first + 1:
                break
            low = self._member(this, flags, ranges, categories)
            if not self._accept("-"):
                if low is not None:
                    ranges += [low, low]
                continue
            that = self._take_of_set(here)
            if that == "]":
                ranges += [45, 45] if low is None else [low, low, 45, 45]
                break
            high = self._member(that, flags, [], [])
            if low is None or high is None or high < low:
                raise self._error(f"bad character range {this}-{that}", len(this) + 1 + len(that))
            ranges += [low, high]
        if not categories and not negated and len(ranges) == 2 and ranges[0] == ranges[1]:
            return self._char(ranges[0], flags)
        return ("set", negated, ranges, categories, self._fold(flags))

    def _take_of_set(self, here):
        this = self._take()
        if not this:
            raise error("unterminated character set", self.pattern, here)
        return this

    def _member(self, this, flags, ranges, categories):
        """The character that is meant; None if it is a category, which goes into the lists."""
        if this[0] != "\\":
            return ord(this)
        c = this[1]
        if c in _CATEGORIES:
            more_ranges, more_categories = self._category(c, flags)
            ranges += more_ranges
            categories += more_categories
            return None
        if c == "b":
            return 8
        if c in _OCTAL:
            return self._octal(c + self._take_while(_OCTAL, 2))
        return self._character_escape(this)

    # ---- what stands in parentheses

    def _group(self, flags, may_set_flags):
        """The item; None if it was a comment, or flags for the whole pattern."""
        start = self.place - 1
        number, name = True, None
        if self._accept("?"):
            char = self._taken_mark()
            number = None
            if char == "P":
                if self._accept("<"):
                    number = True
                    name = self._name(">")
                elif self._accept("="):
                    return self._named_backreference(flags)
                else:
                    char = self._taken_mark()
                    raise self._error("unknown extension ?P" + char, len(char) + 2)
            elif char == "#":
                while True:
                    this = self._take()
                    if not this:
                        raise error("missing ), unterminated comment", self.pattern, start)
                    if this == ")":
                        return None
            elif char in "=!<":
                return self._look(char, flags, start)
            elif char == "(":
                return self._condition(flags, start)
            elif char == ">":
                return ("atomic", self._rest_of_group(flags, start))
            elif char in _FLAGS or char == "-":
                changed = self._inline_flags(char, flags)
                if changed is None:
                    if not may_set_flags:
                        raise error("global flags not at the start of the expression", self.pattern, start)
                    return None
                flags, scoped = changed
                body = self._rest_of_group(flags, start)
                return ("group", None, [("group", None, body)] if scoped else body)
            elif char != ":":
                raise self._error("unknown extension ?" + char, len(char) + 1)
        if number is None:
            return ("group", None, self._rest_of_group(flags, start))
        number = self._open_group(name)
        body = self._rest_of_group(flags, start)
        self.widths[number] = width(body, self.widths)
        return ("group", number, body)

    def _taken_mark(self):
        char = self._take()
        if not char:
            raise self._error("unexpected end of pattern")
        return char

    def _rest_of_group(self, flags, start):
        sequence = self._alternatives(flags)
        if not self._accept(")"):
            raise error("missing ), unterminated subpattern", self.pattern, start)
        return sequence

    def _open_group(self, name):
        number = self.groups
        self.groups += 1
        self.widths[number] = None
        if name is not None:
            if name in self.names:
                raise self._error(f"redefinition of group name {name!r} as group {number}; "
                                  f"was group {self.names[name]}", len(name) + 1)
            self.names[name] = number
        return number

    def _name(self, terminator):
        name = self._take_until(terminator, "group name")
        if not name.isidentifier() or not self.is_text and not name.isascii():
            raise self._error(f"bad character in group name {name!r}", len(name) + 1)
        return name

    def _named_backreference(self, flags):
        name = self._name(")")
        number = self.names.get(name)
        if number is None:
            raise self._error(f"unknown group name {name!r}", len(name) + 1)
        if self.widths[number] is None:
            raise self._error("cannot refer to an open group", len(name) + 1)
        self._check_behind(number)
        return ("backreference", number, self._fold(flags))

    def _check_behind(self, number):
        if self._behind_groups is not None:
            if self.widths.get(number) is None:
                raise self._error("cannot refer to an open group")
            if number >= self._behind_groups:
                raise self._error("cannot refer to group defined in the same lookbehind subpattern")

    def _look(self, char, flags, start):
        behind = char == "<"
        if behind:
            char = self._taken_mark()
            if char not in "=!":
                raise self._error("unknown extension ?<" + char, len(char) + 2)
        before = self._behind_groups
        if behind and before is None:
            self._behind_groups = self.groups
        body = self._rest_of_group(flags, start)
        self._behind_groups = before
        if char == "!" and not body:
            return ("fail",)
        return ("look", behind, char == "!", body)

    def _condition(self, flags, start):
        name = self._take_until(")", "group name")
        if name.isidentifier():
            number = self.names.get(name)
            if number is None:
                raise self._error(f"unknown group name {name!r}", len(name) + 1)
        else:
            if not name.isdecimal():
                raise self._error(f"bad character in group name {name!r}", len(name) + 1)
            number = int(name)
            if number == 0:
                raise self._error("bad group number", len(name) + 1)
            self._conditions.setdefault(number, self.place - len(name) - 1)
        self._check_behind(number)
        yes = self._sequence(flags, False)
        no = []
        if self._accept("|"):
            no = self._sequence(flags, False)
            if self._peek() == "|":
                raise self._error("conditional backref with more than two branches")
        if not self._accept(")"):
            raise error("missing ), unterminated subpattern", self.pattern, start)
        return ("if", number, yes, no)

    # ---- inline flags

    def _inline_flags(self, char, flags):
        """(?i) sets flags for the whole pattern and answers None; else (flags of the group, any?)."""
        added = removed = 0
        if char != "-":
            while True:
                flag = _FLAGS[char]
                if self.is_text and char == "L":
                    raise self._error("bad inline flags: cannot use 'L' flag with a str pattern")
                if not self.is_text and char == "u":
                    raise self._error("bad inline flags: cannot use 'u' flag with a bytes pattern")
                added |= flag
                if flag & _TYPES and added & _TYPES != flag:
                    raise self._error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                char = self._flag_or("missing -, : or )", ")-:")
                if char in ")-:":
                    break
        if char == ")":
            self.flags |= added
            return None
        if char == "-":
            char = self._flag_or("missing flag", "")
            while True:
                flag = _FLAGS[char]
                if flag & _TYPES:
                    raise self._error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                removed |= flag
                char = self._flag_or("missing :", ":")
                if char == ":":
                    break
        if added & removed:
            raise self._error("bad inline flags: flag turned on and off", 1)
        if added & _TYPES:
            flags &= ~_TYPES
        return (flags | added) & ~removed, added | removed

    def _flag_or(self, missing, others):
        """The next character: the letter of a flag or one of `others`."""
        char = self._take()
        if not char:
            raise self._error(missing)
        if char not in _FLAGS and char not in others:
            raise self._error("unknown flag" if char.isalpha() else missing, len(char))
        return char


def width(sequence, group_widths):
    """(the least, the greatest) number of characters that a sequence matches."""
    low = high = 0
    for item in sequence:
        kind = item[0]
        if kind in ("char", "any", "set"):
            more = 1, 1
        elif kind == "group":
            more = width(item[2], group_widths)
        elif kind == "branch":
            widths = [width(alternative, group_widths) for alternative in item[1]]
            more = min([w[0] for w in widths]), max([w[1] for w in widths])
        elif kind == "repeat":
            more = width(item[4], group_widths)
            more = more[0] * item[2], more[1] * (_LIMIT if item[3] is None else item[3])
        elif kind == "atomic":
            more = width(item[1], group_widths)
        elif kind == "backreference":
            more = group_widths[item[1]]
        elif kind == "if":
            yes, no = width(item[2], group_widths), width(item[3], group_widths)
            more = min(yes[0], no[0]), max(yes[1], no[1])
        else:
            continue
        low += more[0]
        high += more[1]
    return min(low, _LIMIT - 1), min(high, _LIMIT)
