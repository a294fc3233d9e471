"""Turns a parsed pattern into the program that the matcher executes (modules/re_program.h)."""
from _re import program, set_words
from _re_error import error
from _re_parser import LAZY, POSSESSIVE, Parser, width

# Instructions, in the matcher's order.
(_FAIL, _SUCCESS, _CHARACTER, _CHARACTER_FOLD, _CHARACTER_FOLD_ASCII, _ANY, _ANY_BUT_NEWLINE, _SET,
 _SET_FOLD, _SET_FOLD_ASCII, _AT, _OPEN, _CLOSE, _JUMP, _SPLIT, _IF_GROUP, _GROUP, _GROUP_FOLD,
 _GROUP_FOLD_ASCII, _REPEAT_GREEDY, _REPEAT_LAZY, _REPEAT_POSSESSIVE, _LOOP, _UNTIL, _UNTIL_LAZY,
 _AGAIN, _ATOMIC, _END_ATOMIC, _LOOK, _END_LOOK, _LOOK_NOT, _END_LOOK_NOT, _BACK) = range(33)
_UNLIMITED = 0xFFFFFFFF
_HEADER = 6
# What a match begins with.
_ANYTHING, _START_CHARACTER, _START_SET, _START_OF_TEXT = range(4)
# By the way case is ignored: not at all, that of ASCII letters, that of all.
_CHARACTERS = (_CHARACTER, _CHARACTER_FOLD_ASCII, _CHARACTER_FOLD)
_SETS = (_SET, _SET_FOLD_ASCII, _SET_FOLD)
_GROUPS = (_GROUP, _GROUP_FOLD_ASCII, _GROUP_FOLD)


def compile_pattern(pattern, flags):
    """(program, flags, how many groups, numbers of the named groups)"""
    parser = Parser(pattern, flags)
    sequence = parser.parse()
    compiler = _Compiler(parser)
    return compiler.compile(sequence), parser.flags, parser.groups - 1, parser.names


class _Compiler:
    """Appends instructions to `words`; places to be known later are filled in afterwards."""

    def __init__(self, parser):
        self.widths = parser.widths
        self.groups = parser.groups - 1
        self.is_text = parser.is_text
        self.registers = 2 * self.groups + 1  # the groups', and lastindex
        self.words = [0] * _HEADER
        self.sets = []  # (words of a set, place of the operand that wants to know where it is)

    def compile(self, sequence):
        self.sequence(sequence)
        words = self.words
        words.append(_SUCCESS)
        words[0] = self.registers
        words[1] = self.groups
        words[2] = int(self.is_text)
        words[3] = width(sequence, self.widths)[0]
        words[4], words[5] = self.start(sequence)
        for content, operand in self.sets:
            words[operand] = len(words)
            words += content
        return program(words)

    def sequence(self, items):
        for item in items:
            getattr(self, "_" + item[0])(*item[1:])

    def new_registers(self, count):
        self.registers += count
        return self.registers - count

    # ---- one character

    def _char(self, character, fold):
        self.words += [_CHARACTERS[fold], character]

    def _any(self, newline_too):
        self.words.append(_ANY if newline_too else _ANY_BUT_NEWLINE)

    def _set(self, negated, ranges, categories, fold):
        self.words += [_SETS[fold], 0]
        self.sets.append((set_words(negated, ranges, categories, fold), len(self.words) - 1))

    # ---- what consumes nothing

    def _at(self, position):
        self.words += [_AT, position]

    def _fail(self):
        self.words.append(_FAIL)

    def _look(self, behind, negated, body):
        words = self.words
        back = None
        if behind:
            back, longest = width(body, self.widths)
            if back != longest:
                raise error("look-behind requires fixed-width pattern")
        register = self.new_registers(2)
        words += [_LOOK_NOT, register, 0] if negated else [_LOOK, register]
        behind_operand = len(words) - 1
        if back:
            words += [_BACK, back]
        self.sequence(body)
        words += [_END_LOOK_NOT if negated else _END_LOOK, register]
        if negated:
            words[behind_operand] = len(words)

    # ---- groups

    def _group(self, number, body):
        if number is None:
            self.sequence(body)
            return
        self.words += [_OPEN, 2 * number - 2]
        self.sequence(body)
        self.words += [_CLOSE, 2 * number - 1, number]

    def _atomic(self, body):
        register = self.new_registers(1)
        self.words += [_ATOMIC, register]
        self.sequence(body)
        self.words += [_END_ATOMIC, register]

    def _backreference(self, number, fold):
        self.words += [_GROUPS[fold], number]

    def _if(self, number, yes, no):
        words = self.words
        words += [_IF_GROUP, number, 0]
        operand = len(words) - 1
        self.sequence(yes)
        if no:
            words += [_JUMP, 0]
            words[operand] = len(words)
            operand = len(words) - 1
            self.sequence(no)
        words[operand] = len(words)

    def _branch(self, alternatives):
        union = _union(alternatives)
        if union is not None:
            self._set(*union[1:])
            return
        words = self.words
        ends = []
        for alternative in alternatives[:-1]:
            words += [_SPLIT, 0]
            operand = len(words) - 1
            self.sequence(alternative)
            words += [_JUMP, 0]
            ends.append(len(words) - 1)
            words[operand] = len(words)
        self.sequence(alternatives[-1])
        for operand in ends:
            words[operand] = len(words)

    # ---- repetition

    def _repeat(self, kind, minimum, maximum, body):
        words = self.words
        limit = _UNLIMITED if maximum is None else maximum
        if len(body) == 1 and body[0][0] in ("char", "any", "set"):
            words += [_REPEAT_GREEDY + kind, minimum, limit, 0]
            operand = len(words) - 1
            self.sequence(body)
            words[operand] = len(words)
        elif kind == POSSESSIVE:
            self._atomic([("repeat", 0, minimum, maximum, body)])
        elif minimum == maximum == 1:
            self.sequence(body)
        elif minimum == 0 and maximum == 1:
            self._optional(kind, body)
        else:
            self._loop(kind, minimum, limit, body)

    def _optional(self, kind, body):
        words = self.words
        if kind == LAZY:
            words += [_SPLIT, len(words) + 4, _JUMP, 0]
        else:
            words += [_SPLIT, 0]
        operand = len(words) - 1
        self.sequence(body)
        words[operand] = len(words)

    def _loop(self, kind, minimum, limit, body):
        words = self.words
        register = self.new_registers(2)
        words += [_LOOP, register, 0]
        begin = len(words)
        self.sequence(body)
        until = words[begin - 1] = len(words)
        words += [_UNTIL_LAZY if kind == LAZY else _UNTIL, register, minimum, limit, begin]
        if kind == LAZY:
            words += [_AGAIN, until]

    # ---- where a search need not try

    def start(self, items):
        """What every match begins with: a kind and its operand."""
        first = _first(items, self.widths)
        if first is None:
            return _ANYTHING, 0
        if first[0] == "at":
            return _START_OF_TEXT, 0
        if first[0] == "char":
            return _START_CHARACTER, first[1]
        self.sets.append((set_words(*first[1:]), 5))
        return _START_SET, 0


def _first(items, widths):
    """The item for one character, or the position, that a sequence must begin with; None: unknown."""
    for item in items:
        kind = item[0]
        if kind == "at":
            if item[1] == 0:
                return item
            continue
        if kind == "char" and item[2] == 0 or kind == "set" and item[4] == 0:
            return item
        if kind == "group" and width(item[2], widths)[0] > 0:
            return _first(item[2], widths)
        if kind == "repeat" and item[2] > 0:
            return _first(item[4], widths)
        if kind == "branch":
            return _union([[_first(alternative, widths)] for alternative in item[1]])
        return None
    return None


def _union(alternatives):
    """The set for alternatives that are one character each; None if they are something else."""
    ranges, categories = [], []
    for alternative in alternatives:
        if len(alternative) != 1 or alternative[0] is None:
            return None
        item = alternative[0]
        if item[0] == "char" and item[2] == 0:
            ranges += [item[1], item[1]]
        elif item[0] == "set" and not item[1] and item[4] == 0:
            ranges += item[2]
            categories += item[3]
        else:
            return None
    return ("set", False, ranges, categories, 0)
