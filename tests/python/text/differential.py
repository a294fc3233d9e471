"""Compares src/python/text with this interpreter.

    python3 differential.py DRIVER... [--count N] [--seed S] [--only NAME]

DRIVER is the command that runs the compiled differential.cpp (for wasm: node and the script). Every function gets N random
calls, edge cases included, and every code point is asked for its properties and cases; a difference is printed and the exit
status is 1. CPython 3.11 is the reference.
"""

import argparse
import math
import random
import struct
import subprocess
import sys
import unicodedata

FLOATS = [0.0, -0.0, 1.0, -1.5, 0.1, 0.5, 2.5, 1e16, 9999999999999998.0, 123456789012345680.0, 1e-4, 1e-5, 0.00012345, 5e-324,
          2.2250738585072014e-308, 1.7976931348623157e308, 1e22, 1e23, 9007199254740993.0, 2.0**-44, 2.0**70, 4.35, 0.285, 1.005,
          2.675, 1e100, float("inf"), float("-inf"), float("nan"), 299792458.0, 6.02214076e23, 1 / 3, 2 / 3, math.pi]
ALPHABETS = ["ab", "abc ", "aAbB_ 09'\"\\\n\t", "a\u00e9\u00df\u00ff\u00b5 ", "\u0430\u0410\u0130\u0131\u01c5\u03a3\u03c3 x",
             "\U0001f600a\u0301\u2028\x85\x1c \ud800", "AZaz\u03a3\u0345'. "]


class Wide(str):
    """A str to be passed as UTF-32 although it may fit Latin-1."""


def random_text(r, size=None):
    size = r.choice([0, 1, 2, 3, 5, 8, 13, 40]) if size is None else size
    if r.random() < 0.1:
        text = "".join(chr(r.choice([r.randrange(0x80), r.randrange(0x100), r.randrange(0x3000), r.randrange(0x110000)]))
                       for _ in range(size))
    else:
        alphabet = r.choice(ALPHABETS)
        text = "".join(r.choice(alphabet) for _ in range(size))
    return maybe_wide(r, text)


def maybe_wide(r, text):
    return Wide(text) if r.random() < 0.2 else text


def random_float(r):
    kind = r.random()
    if kind < 0.15:
        value = r.choice(FLOATS)
    elif kind < 0.4:
        value = struct.unpack(">d", r.getrandbits(64).to_bytes(8, "big"))[0]
    elif kind < 0.5:
        value = float(r.randint(-10**r.randint(1, 25), 10**r.randint(1, 25)))
    elif kind < 0.75:
        value = round(r.uniform(-1000, 1000), r.randint(0, 6))
    elif kind < 0.85:  # halves of the last place
        value = r.randint(0, 10**6) / 2 ** r.randint(0, 12)
    elif kind < 0.9:
        value = 2.0 ** r.randint(-1074, 1023)
    else:
        value = r.uniform(-10, 10) * 10.0 ** r.randint(-20, 20)
    return value


def random_int(r):
    value = r.choice([r.randint(0, 1200), r.getrandbits(r.randint(1, 70)), r.getrandbits(r.randint(1, 400)), 0, 65, 0x1f600])
    return -value if r.random() < 0.3 else value


def random_value(r):
    return r.choice([random_int, random_float, random_text])(r)


def random_spec(r, value):
    spec = ""
    if r.random() < 0.4:
        spec += r.choice(["", "", "*", " ", "0", "\u00e9", "\u20ac", "{", "<"]) + r.choice("<>^=")
    spec += r.choice(["", "", "", "+", "-", " "]) + r.choice([""] * 8 + ["z"]) + r.choice(["", "", "", "#"])
    spec += r.choice(["", "", "0"]) + r.choice(["", "", str(r.randint(0, 30)), "1\u0663"])
    spec += r.choice(["", "", "", ",", "_", ",_"] if r.random() < 0.9 else ["__", ",,", "_,"])
    spec += r.choice(["", "", ".%d" % r.randint(0, 25), ".%d" % r.randint(0, 4)] if r.random() < 0.97 else [".", ".1.2"])
    kinds = {int: "bcdoxXneEfFgG%", float: "eEfFgGn%", str: "s", Wide: "s"}[type(value)]
    spec += r.choice(["", r.choice(kinds), r.choice(kinds), r.choice(kinds)] if r.random() < 0.95
                     else ["s", "d", "f", "q", "\u00e9", "\x01", "ff"])
    if r.random() < 0.01:
        spec = "".join(r.choice("<>=^+- z#0123,_.dfsx") for _ in range(r.randint(1, 6)))
    return maybe_wide(r, spec)


def random_printf(r):
    template, values = random_text(r, 3).replace("%", ""), []
    for _ in range(r.randint(0, 3)):
        kind = r.choice("srdiuoxXeEfFgGc")
        value = random_value(r)
        if r.random() < 0.85:
            if kind in "diu":
                value = r.choice([random_int, random_float])(r)
            elif kind in "oxX":
                value = random_int(r)
            elif kind in "eEfFgG":
                value = random_float(r)
            elif kind == "c":
                value = r.choice([r.randint(-1, 0x110000), random_text(r, 1)])
        stars = []
        spec = "%" + "".join(r.choice("-+ #0") for _ in range(r.choice([0, 0, 1, 2])))
        width = r.choice(["", "", str(r.randint(1, 20)), "*"])
        precision = r.choice(["", "", ".", ".%d" % r.randint(0, 12), ".*"])
        for part in (width, precision):
            if "*" in part:
                stars.append(r.randint(-12, 12) if r.random() < 0.95 else random_value(r))
                if isinstance(stars[-1], int):
                    stars[-1] = max(min(stars[-1], 50), -50)
        spec += width + precision + r.choice(["", "", "", "l", "h"]) + kind
        if r.random() < 0.05:
            spec = r.choice(["%", "%y", "%%", "%5%", "%-", "%.", "%(a)s", "%99999999999999999999d", "%.99999999999d", "%\u00e9",
                             "%lld", "%5", "%*"])
        template += spec + r.choice(["", "", " ", "x", "\u20ac"])
        values += stars + [value]
    if r.random() < 0.1 and values:
        values.pop()
    if r.random() < 0.05:
        values.append(1)
    return (maybe_wide(r, template),) + tuple(values)


def random_template(r):
    values = [random_value(r) for _ in range(r.randint(0, 3))]
    numbered = r.random() < 0.3
    template = ""
    for i, value in enumerate(values):
        field = str(i) if numbered else ""
        conversion = r.choice(["", "", "", "!s", "!r", "!a"])
        spec = random_spec(r, "" if conversion else value).replace("{", "")
        template += random_text(r, 2) + "{" + field + conversion + (":" + spec if spec else r.choice(["", ":"])) + "}"
    if r.random() < 0.15:
        template += r.choice(["{", "}", "{{", "}}", "{0", "{!", "{!r", "{!x}", "{!rx}", "{:{", "{:{}}", "{0:{1}{2}}", "{a}", "{9}",
                              "{:{:{}}}", "{a{}", "{[", "{99999999999999999999}", "{\u0660}", "{!\u00e9}", "{:}}", "{0!s:"])
    return (maybe_wide(r, template),) + tuple(values)


def float_text(r):
    if r.random() < 0.4:
        text = repr(random_float(r))
    elif r.random() < 0.7:
        text = "%s%d%s%s" % (r.choice(["", "-", "+"]), r.getrandbits(r.choice([1, 20, 70, 200])),
                             r.choice(["", ".", ".%d" % r.getrandbits(60), ".000%d" % r.getrandbits(200)]),
                             r.choice(["", "e%d" % r.randint(-40, 40), "E+%d" % r.randint(0, 330), "e-%d" % r.randint(0, 345)]))
    else:
        text = r.choice(["", "nan", "-NaN", "+inf", "Infinity", "-infinity", "infinit", ".", ".5", "5.", "1e", "1e+", "e5", "1_0", "1__0",
                         "_1", "1_", "1_.5", "1._5", "1.5_5e1_0", "1e_5", "\u0661\u0662.\u0665", "0x10", "1 2", "- 1", "--1", "1e400",
                         "1e-400", "-0", "\u00b2", "1\u00b2", "4.9406564584124654e-324", "2.4703282292062327e-324",
                         "2.4703282292062328e-324", "1.7976931348623159e308", "9007199254740993", "0" * 400 + "1" + "0" * 20,
                         "0." + "0" * 400 + "1e410", "1e99999999999999999999", "1e-99999999999999999999", "0e99999999999", "in f"])
    if r.random() < 0.15:
        text = r.choice([" ", "\n", "\x1c", "\u2003", "\x85"]) + text + r.choice([" ", "", "\x0b", "\x1f", "\xa0"])
    return maybe_wide(r, text)


def int_literal(r):
    base = r.choice([0, 10, 10, 10, 2, 8, 16, 36, r.randint(2, 36), 1, 37])
    if r.random() < 0.6:
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[:max(min(base or 10, 36), 2)]
        text = "".join(r.choice(digits) for _ in range(r.choice([1, 3, 10, 40])))
        if r.random() < 0.3:
            at = r.randint(0, len(text))
            text = text[:at] + r.choice(["_", "__", "\u0665", " ", "-"]) + text[at:]
        text = r.choice(["", "", "-", "+"]) + r.choice(["", "", "0x", "0o", "0B", "0", "0_", "0x_"]) + text.upper()
    else:
        text = r.choice(["", "0", "00", "01", "-0", "0x", "0_0", "_0", "0b", "0b2", "\u0661\u0660", "1" * 4300, "1" * 4301, "--1",
                         "0_1", "z", "\xb2", "1_000", "+", "0x-1", "0xg"])
    if r.random() < 0.15:
        text = r.choice([" ", "\n", "\x1c", "\u2003"]) + text + r.choice([" ", "", "\x1f", "\xa0"])
    return maybe_wide(r, text), base


def split_reference(text, limit, separator=None):
    """Spans of split and rsplit, from the parts: joined by the separator they give the text back."""
    def positions(parts):
        result, at = [], 0
        for part in parts:
            if separator is None:
                at = text.index(part, at)
            result += [at, at + len(part)]
            at += len(part) + (len(separator) if separator else 0)
        return result

    def whitespace_positions(parts):
        # From the right: the first part of rsplit may have white space inside, and it is unique from the right.
        result, at = [], len(text)
        for part in reversed(parts):
            at = text.rindex(part, 0, at)
            result[:0] = [at, at + len(part)]
        return result

    forward = text.split(separator, limit)
    backward = text.rsplit(separator, limit)
    return positions(forward), (whitespace_positions if separator is None else positions)(backward)


def lines_reference(text, keep):
    result, at = [], 0
    for line, full in zip(text.splitlines(), text.splitlines(True)):
        result += [at, at + len(full if keep else line)]
        at += len(full)
    return tuple(result)


def find_reference(text, needle, start, end):
    return (text.find(needle, start, end), text.rfind(needle, start, end), text.count(needle, start, end), needle in text,
            text.startswith(needle), text.endswith(needle))


def utf8_reference(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start, error.end, error.reason


def random_utf8(r):
    if r.random() < 0.5:
        return bytes(r.choice([r.randrange(256), r.randrange(128, 256), 0x41]) for _ in range(r.randint(0, 6)))
    data = bytearray(random_text(r).encode("utf-8", "surrogatepass"))
    for _ in range(r.choice([0, 1, 1])):
        if data:
            data[r.randrange(len(data))] = r.randrange(256)
    return bytes(data[:r.randint(0, len(data))] if r.random() < 0.5 else data)


def bits(*values):
    return "".join("1" if value else "0" for value in values)


def properties(code):
    c = chr(code)
    return Raw(bits(c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isalnum(), c.isspace(), c.isupper(), c.islower(),
                    unicodedata.category(c) == "Lt", c.isprintable(), len(("a" + c + "b").splitlines()) == 2,
                    c.isidentifier(), ("a" + c).isidentifier())), unicodedata.decimal(c, -1)


def text_properties(text):
    return Raw(bits(text.isalpha(), text.isdecimal(), text.isdigit(), text.isnumeric(), text.isalnum(), text.isspace(),
                    text.isupper(), text.islower(), text.istitle(), text.isprintable(), text.isidentifier(), text.isascii()))


def field_name_reference(name):
    import _string
    first, rest = _string.formatter_field_name_split(name)
    result = [first]
    for is_attribute, key in rest:
        result += [is_attribute, key]
    return tuple(result)


class Raw(str):
    """To be shown as it is."""


def cases(r):
    """Name, arguments, reference, for one round."""
    value = random_float(r)
    yield "float_repr", (value,), repr
    yield "parse_float", (float_text(r),), float
    if math.isfinite(value):
        yield "parse_literal", (r.choice([repr(abs(value)), "%.*e" % (r.randint(0, 30), abs(value))]),), float
    yield "parse_int", int_literal(r), lambda text, base: int(str(text), base)
    number = random_int(r)
    yield "int_text", (number,), str
    yield "prefixed", (number, r.choice([2, 8, 16])), lambda v, base: {2: bin, 8: oct, 16: hex}[base](v)
    for value in (random_int(r), random_float(r), random_text(r)):
        for _ in range(3):
            yield "format", (value, random_spec(r, value)), lambda v, spec: format(v if isinstance(v, (int, float)) else str(v), spec)
    yield "printf", random_printf(r), lambda template, *values: template % values
    yield "str_format", random_template(r), \
        lambda template, *values: template.format(*[str(v) if isinstance(v, str) else v for v in values])
    name = "".join(r.choice(["a", "0", "12", ".", "[", "]", "\u0661"]) for _ in range(r.randint(0, 7)))
    yield "field_name", (maybe_wide(r, name),), field_name_reference
    text = random_text(r)
    yield "repr", (text,), lambda t: repr(str(t))
    yield "ascii", (text,), lambda t: ascii(str(t))
    yield "bytes_repr", (r.choice([r.randbytes(5), str(text).encode("utf-8", "surrogatepass")]),), repr
    yield "to_utf8", (text,), lambda t: t.encode("utf-8", "surrogatepass")
    yield "from_utf8", (random_utf8(r),), utf8_reference
    yield "text_properties", (text,), text_properties
    for name in ("lower", "upper", "title", "capitalize", "swapcase", "casefold"):
        yield name, (text,), lambda t, name=name: getattr(str(t), name)()
    alphabet = r.choice(["ab", "aab", "ab\u00e9", "ab\u0430\u20ac"])
    text = maybe_wide(r, "".join(r.choice(alphabet) for _ in range(r.choice([0, 3, 20, 100]))))
    needle = maybe_wide(r, "".join(r.choice(alphabet) for _ in range(r.choice([0, 1, 1, 2, 3, 5, 9]))))
    if r.random() < 0.3 and text:
        at = r.randrange(len(text))
        needle = maybe_wide(r, text[at:at + r.randint(1, 30)])
    start = r.randint(0, len(text))
    end = r.randint(start, len(text))
    yield "find", (text, needle, *r.choice([(0, len(text)), (start, end)])), find_reference
    yield "replace", (text, needle, r.choice(["", "x", "\u20ac", "xyz", needle]), r.choice([-1, -1, 0, 1, 2])), str.replace
    if needle:
        yield "split", (text, r.choice([-1, -1, 0, 1, 2]), needle), split_reference
    spaced = "".join(r.choice([" ", "\t", "a", "b", "\u2003", "\x1c", "\u00e9", "\n"]) for _ in range(r.randint(0, 12)))
    spaced = maybe_wide(r, spaced)
    yield "split", (spaced, -1), split_reference
    yield "strip", (spaced,), lambda t: (t.strip(), t.lstrip(), t.rstrip())
    yield "strip", (text, needle), lambda t, chars: (t.strip(chars), t.lstrip(chars), t.rstrip(chars))
    lines = "".join(r.choice(["\n", "\r", "a", "b", "\u2028", "\x1c", "\x85", "\x0b"]) for _ in range(r.randint(0, 12)))
    yield "split_lines", (maybe_wide(r, lines), r.random() < 0.5), lines_reference
    if r.random() < 0.5:
        data = "".join(r.choice(["\n", "\r", "a", "b", "\x1c", "\x85", " ", "\x0b"]) for _ in range(r.randint(0, 12))).encode("latin-1")
        yield "split_lines", (data, r.random() < 0.5), lines_reference
        yield "split", (data, -1), split_reference
    tabbed = maybe_wide(r, "".join(r.choice(["\t", "a", "\n", "\u20ac"]) for _ in range(r.randint(0, 12))))
    yield "expand_tabs", (tabbed, r.randint(-1, 9)), str.expandtabs
    number = r.choice(["", "-", "+"]) + str(r.randint(0, 999))
    yield "zero_fill", (maybe_wide(r, number), r.randint(-1, 9)), str.zfill
    yield "justify", (text, r.randint(-1, 40), r.randint(0, 2), r.choice([" ", "*", "\u20ac"])), \
        lambda t, width, how, fill: [str.ljust, str.rjust, str.center][how](t, width, fill)
    yield "repeat", (text, r.randint(-1, 5)), lambda t, times: str(t) * times
    other = r.choice([text, text[:-1], text + "a", random_text(r)])
    yield "compare", (text, maybe_wide(r, other)), lambda a, b: ((str(a) > str(b)) - (str(a) < str(b)), str(a) == str(b))


def character_cases():
    for code in range(0x110000):
        yield "properties", (code,), properties
    for code in range(0x110000):
        c = chr(code)
        if code < 0x3000 or c.lower() != c or c.upper() != c or c.casefold() != c or code % 97 == 0:
            for name in ("lower", "upper", "title", "swapcase", "casefold"):
                yield name, (c,), lambda t, name=name: getattr(t, name)()
            yield "repr", (c,), repr


def hostile_cases():
    """Needles that make simple searches quadratic."""
    size = 200_000
    for text, needle in [("a" * size, "a" * (size // 2) + "b"), ("a" * size, "b" + "a" * (size // 2)),
                         ("ab" * (size // 2), "ab" * (size // 8) + "c"), ("a" * size, "a" * 1000 + "b" + "a" * 1000),
                         (("a" * 999 + "b") * 200, "a" * 1000), ("\u20ac" * size, "\u20ac" * 5000 + "x")]:
        yield "find", (text, needle, 0, len(text)), find_reference
        yield "split", (text, -1, needle), split_reference


def show(value):
    if isinstance(value, Raw):
        return value
    if isinstance(value, (bool, int)):
        return "i%x" % value
    if isinstance(value, float):
        return "f7ff8000000000000" if value != value else "f" + struct.pack(">d", value).hex()
    if isinstance(value, str):
        wide = isinstance(value, Wide) or any(c > "\xff" for c in value)
        return ("w" if wide else "n") + "".join(".%x" % ord(c) for c in value)
    if isinstance(value, bytes):
        return "x" + value.hex()
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], list):
        return " / ".join(" ".join(map(show, part)) for part in value)
    return " ".join(map(show, value))


def reference(function, arguments):
    arguments = [str(a) if isinstance(a, Wide) else a for a in arguments]
    try:
        return "= " + show(function(*arguments))
    except (ArithmeticError, ValueError, TypeError, LookupError, MemoryError) as error:
        return "! %s x%s" % (type(error).__name__, str(error).encode("utf-8", "surrogatepass").hex())


def readable(text):
    if text.startswith("! "):
        kind, message = text[2:].split(" ")
        return kind + ": " + bytes.fromhex(message[1:]).decode("utf-8", "backslashreplace")
    return " ".join(repr("".join(chr(int(c, 16)) for c in word.split(".")[1:])) if word[:1] in "nw" else word
                    for word in text.split(" "))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("driver", nargs="+")
    parser.add_argument("--count", type=int, default=2000, help="rounds of random calls")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="only this function")
    parser.add_argument("--no-characters", action="store_true", help="leave out the pass over all code points")
    options = parser.parse_args()
    r = random.Random(options.seed)
    calls = [call for _ in range(options.count) for call in cases(r)]
    calls += hostile_cases()
    if not options.no_characters:
        calls += character_cases()
    calls = [call for call in calls if options.only in (None, call[0])]
    expected = [reference(function, arguments) for _, arguments, function in calls]
    requests = [name + " " + " ".join(map(show, arguments)) for name, arguments, _ in calls]
    run = subprocess.run(options.driver, input="\n".join(requests) + "\n", stdout=subprocess.PIPE, text=True)
    answers = run.stdout.split("\n")[:-1]
    different = 0
    for request, right, answer in zip(requests, expected, answers):
        if right != answer:
            different += 1
            if different <= 20:
                print("%.300s\n  python3: %.300s\n  here:    %.300s" % (readable(request), readable(right), readable(answer)))
    if len(answers) != len(requests) or run.returncode != 0:
        print("the driver ended after %d of %d answers, status %d" % (len(answers), len(requests), run.returncode))
        different += 1
    print("%d calls of %d functions, %d different" % (len(requests), len({c[0] for c in calls}), different))
    return 1 if different else 0


sys.exit(main())
