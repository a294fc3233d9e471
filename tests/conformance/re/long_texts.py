"""re: long texts and deep nesting need no recursion."""
import re

print(re.match("(?:a|b)*", "ab" * 50000).end(), re.match("(a|b)*?c", "ab" * 20000 + "c").end(), len(re.findall("(?:x+x+)+y", "xxxxxxxxxxy" * 500)))
print(re.match("(?:" * 60 + "a" + ")*" * 60, "aaa").end(), re.match(r"(.*)\n", "x" * 100000 + "\n").end(), re.search("a.*b", "a" * 1000), len(re.sub("a", "bb", "a" * 2000)))
print(sum(1 for _ in re.finditer("a|b", "abc" * 200)), len(re.split(",", "x," * 1000)))
