"""re: what a Match knows."""
import re


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?", "on 2024-05, yes")
print(m, m.group(), m.group(0), m.group(1, "month", 3), m["year"], m[2])
print(m.groups(), m.groups("?"), m.groupdict(), m.start(), m.end(), m.span("month"), m.span(3), m.start(4))
print(m.lastindex, m.lastgroup, m.pos, m.endpos, m.string, m.re, m.regs)
print(m.expand(r"\2/\g<year> \g<0>"), bool(m), type(m).__name__, type(m).__module__)
print(re.match("(a)|(b)", "b").groups(0), re.match("((a)(b))", "ab").lastindex, re.match("a", "a").lastindex)
show(lambda: m.group(9))
show(lambda: m.group("nope"))
show(lambda: m["nope"])
show(lambda: m.group(1.5))
show(lambda: m.start(-1))
show(lambda: re.Match())
