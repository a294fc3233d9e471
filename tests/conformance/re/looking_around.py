"""re: lookahead, lookbehind, boundaries, backreferences, conditions."""
import re

for pattern, text in [(r"a(?=b)", "acab"), (r"a(?!b)", "abac"), (r"(?<=a)b", "bab"), (r"(?<!a)b", "abb"), (r"(?<=ab|cd)x", "cdx"), (r"(?<=(a))b\1", "aba"), (r"(?=(\w+))\1;", "ab;"), (r"(?!)", "a"), (r"(?<!x{2})y", "xxyxy"), (r"\bfoo\b", "afoo foo"), (r"\Boo\b", "foo oo"), (r"(\w)\1", "abccd"), (r"(?P<q>['\"]).*?(?P=q)", "a 'b\"c' d"), (r"(<)?a(?(1)>|$)", "<a>"), (r"(<)?a(?(1)>|$)", "a>"), (r"(?P<o>\()?x(?(o)\))", "(x)"), (r"^a|b$", "cb\n"), (r"(?i)(a)\1", "aA"), (r"(a)?\1b", "b"), (r"(?=(a+))a*b\1", "baaabac"), (r"((a)|b)+\2", "aba"), (r"\A\d+\Z", "12\n")]:
    m = re.search(pattern, text)
    print(pattern, repr(text), m and (m.span(), m.groups()))
