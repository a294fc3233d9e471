"""re: compiled patterns: attributes, equality, pos and endpos, representation."""
import re

p = re.compile(r"(?P<a>x+)(y)?(?P<b>z)", re.I | re.M)
print(p, p.pattern, p.flags, p.groups, dict(p.groupindex), type(p).__name__, type(p).__module__)
print(p == re.compile(p.pattern, re.I | re.M), p == re.compile("x"), p is re.compile(p.pattern, re.I | re.M), hash(p) == hash(re.compile(p)), len({p, re.compile(p)}))
q = re.compile("^b|c$")
print(q.search("abc", 1), q.search("abc", 2), q.search("abcd", 0, 3), q.match("abc", 2), q.match("abc", 5), q.search("abc", -4, -1), q.findall("bcc", 1), [m.pos for m in q.finditer("bcc", 1)])
m = q.search("abcc", 1, 3)
print(m.pos, m.endpos, m.span())
print(re.compile("a", re.A), re.compile(b"a"), re.compile("(?x)a #c"), re.compile("a" * 300), re.compile("'"))
for bad in [lambda: re.compile(5), lambda: re.compile(p, re.I), lambda: p.match(5), lambda: p.match(b"x"), lambda: re.match(b"x", "x"), lambda: re.sub("a", 5, "a"), lambda: re.sub("a", lambda m: 5, "xax"), lambda: re.Pattern()]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__ + ":", error)
