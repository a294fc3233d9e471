"""re: sets of characters and escapes."""
import re

text = "aZ09_-] ^\\é\t\nЖ"
for pattern in ["[a-z]", "[^a-z]", "[]a]", "[^]]", "[a-]", "[-a]", "[\\]]", "[\\w-]", "[^\\W\\d]", "[\\d\\s]", "[^\\s]", "[\\x41-\\x5a]", "[\\u0410-\\u042f]", "[\\b]", "[\\\\^]", "[.*]", "[\\0-\\37]", "\\S+", "\\D+", "\\x5f", "\\u0416", "\\t", "[Ж]", "[^Ж]+", "\\N{LATIN SMALL LETTER E WITH ACUTE}"]:
    print(pattern, re.findall(pattern, text))
print(re.findall(b"[\\x80-\\xff]+", "aé".encode()), re.findall(b"\\w+", b"ab \xe9c"), re.sub(b"(.)", b"\\1\\1", b"ab"), re.split(b",", b"a,b"), re.match(b"(?P<n>a)", b"a").groupdict())
