"""re: greedy, lazy and possessive repetition, atomic groups."""
import re

for pattern, text in [("a*", "aaa"), ("a*?", "aaa"), ("a+?", "aaa"), ("a??b", "ab"), ("a{2}", "aaa"), ("a{2,}", "aaaa"), ("a{,2}", "aaa"), ("a{1,2}?", "aa"), ("a{x}", "a{x}"), ("a{}", "a{}"), ("a{,}", "aa"), ("<.*>", "<a><b>"), ("<.*?>", "<a><b>"), ("(ab)*", "ababa"), ("(a|ab)(c|bcd)(d*)", "abcd"), ("(?:a|b)*?b", "aab"), ("a*+a", "aaa"), ("a++b", "aab"), ("a?+a", "a"), ("a{1,2}+a", "aa"), ("(?>a+)b", "aab"), ("(?>a+)a", "aaa"), ("(?:ab)++c", "ababc"), ("(a*)*", "aa"), ("(a*)+b", "aab"), ("(?:a*)*?c", "aac"), ("(a|b)*", "abx"), ("(?:(a)|b)*", "ab"), ("(?:a?){3}b", "aab"), ("(x{0,2}y)+?z", "xyxxyz")]:
    m = re.match(pattern, text)
    print(pattern, text, m and (m.group(), m.groups()), re.fullmatch(pattern, text) is not None)
