"""re: match, fullmatch, search, findall, finditer, split, sub, subn."""
import re

text = "one 1, two 22; three 333"
print(re.match(r"\w+", text), re.match(r"\d", text), re.fullmatch(r"o|on|one", "one"), re.search(r"\d+", text))
print(re.findall(r"\d+", text), re.findall(r"(\w+) (\d+)", text), re.findall(r"(\w)\w* \d", text), re.findall("", "ab"))
print([m.span() for m in re.finditer(r"[a-z]+", text)])
print(re.split(r"[,;] ", text), re.split(r"([,;]) ", text), re.split(r"\d", text, 2), re.split("", "abc"), re.split("x*", "axbc"), re.split("(a)|b", "xbay"))
print(re.sub(r"\d+", "#", text), re.sub(r"\d", "#", text, count=2), re.subn(r"[aeiou]", "", text), re.sub("x*", "-", "abxd"))
print(re.sub(r"(\w+) (\d+)", r"\2 \1", text), re.sub(r"(?P<w>\w+) ", r"<\g<w>>", text), re.sub("(a)|b", r"[\1]", "ab"))
print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), text), re.sub("a", r"\n\t\\", "xax") == "x\n\t\\x", re.sub("a", r"\x".replace("x", "g<0>") * 2, "bab"))
print(re.escape("a.b*c [d] é_-"), re.escape(b"a+b"))
