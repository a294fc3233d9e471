"""re: functions as replacements, finditer() bit by bit, errors from within."""
import re


def double(match):
    return match.group() * 2


print(re.sub("[bc]", double, "abcd"), re.subn("[a-z]", double, "a-b"))
iterator = re.finditer("[a-z]", "a1b2")
print(next(iterator).group(), next(iterator).span(), next(iterator, None))
print(list(re.finditer("x", "abc")), [m.group() for m in re.finditer(r"\b", "a b")])
try:
    re.sub("a", lambda m: 1 // 0, "bab")
except ZeroDivisionError as error:
    print(error)
words = {}
for m in re.finditer(r"(?P<word>[a-z]+)|(?P<number>\d+)|(?P<space>\s+)", "let x1 be 42"):
    words.setdefault(m.lastgroup, []).append(m.group())
print(words)
