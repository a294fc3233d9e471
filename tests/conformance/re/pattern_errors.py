"""re.error: what is wrong with a pattern, and where."""
import re

for pattern in ["(", ")", "a)", "(a", "a\n(b", "[", "[a", "[]", "[z-a]", "[\\d-z]", "*", "a**", "a|*", "(?:+)", "^*", "a{2}{3}", "a{3,2}", "\\", "a\\", "\\q", "[\\q]", "\\x4", "\\u12", "\\U00110000", "\\400", "\\1", "(a\\1)", "(?P<n>a)(?P<n>b)", "(?P<1>a)", "(?P<a", "(?P<>a)", "(?P=x)", "(?P=", "(?Px)", "(?P", "(?", "(?<a)", "(?<", "(?x", "(?ix", "(?i-", "(?i-:a)", "(?y)", "(?#a", "(?(1)a|b|c)", "(?(2)a)", "(?(x)a)", "(?(0)a)", "(?(1", "(?<=a+)b", "(?<=(a)\\1)", "(?=a", "(?>a", "\\N", "\\N{", "\\N{no such name}", "a(?i)", "(?a-i)"]:
    try:
        re.compile(pattern)
        print(pattern, "compiles")
    except re.error as error:
        print(repr(pattern), "|", error, "|", error.msg, error.pos, error.lineno, error.colno)
    except Exception as error:
        print(repr(pattern), type(error).__name__, error)
re.compile("x(y")
