"""re: flags as arguments and inside the pattern, and how they are shown."""
import re

print(re.I, repr(re.I), re.I | re.M, repr(re.A | re.X | re.S), re.I.value, re.I.name, int(re.S), re.I == 2, re.NOFLAG, repr(re.I & re.M), repr(~re.I), re.I in (re.I | re.M), type(re.I).__name__)
print(repr(re.compile("a", re.S).flags), re.RegexFlag(re.compile("(?i)a").flags), f"{re.I:>15}|{re.M!r}", bool(re.I & re.I), list(re.I | re.M))
print(re.findall("a.c", "a\nc abc"), re.findall("a.c", "a\nc abc", re.S), re.findall("^b", "a\nb"), re.findall("^b$", "a\nb\nb", re.M), re.findall("a$", "a\n"), re.findall(r"a\Z", "a\n"))
print(re.findall("É", "éÉ", re.I), re.findall("é", "éÉ", re.I | re.A), re.findall(r"\w+", "aé1", re.A), re.findall(r"\w+", "aé1"), re.findall(r"\d", "1٣"), re.findall(r"\d", "1٣", re.A))
print(re.findall("[a-z]+", "aBcÄ", re.I), re.findall("(?i:b)c", "BcBC"), re.findall("(?s).", "\n"), re.findall("(?i)a(?-i:b)", "ABAb"), re.findall("[^a]", "Aa", re.I), re.findall("[k-s]+", "\u212aſ", re.I), re.findall("ſ", "sSſ", re.I), re.findall("(?a:\\w)\\w", "aéé"))
print(re.findall(r"""
    \d +  # digits
    \ [ ]  # two spaces
    """, "12  ", re.VERBOSE), re.findall("a b#c", "ab", re.X))
for make in [lambda: re.compile("a", re.L), lambda: re.compile("a", re.A | re.U), lambda: re.compile(b"a", re.U), lambda: re.compile("a(?i)b"), lambda: re.compile("(?au)a"), lambda: re.compile("(?L)a"), lambda: re.compile("(?i-i:a)"), lambda: re.compile("(?-u:a)"), lambda: re.compile("(?z)a"), lambda: re.compile("(?i"), lambda: re.compile("a", "I")]:
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__ + ":", error)
