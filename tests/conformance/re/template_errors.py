"""re.sub: templates that are wrong."""
import re

for template in ["\\", "a\\", "\\q", "\\2", "\\g", "\\g<", "\\g<>", "\\g<x", "\\g<x>", "\\g<9>", "\\g<1", "\\g<-1>", "\\g<a b>", "\\400", "\\12"]:
    try:
        print(re.sub("(a)", template, "xax"))
    except Exception as error:
        print(repr(template), type(error).__name__, error)
print(ascii(re.sub("(a)", "\\0|\\01|\\101|\\g<1>|\\&|\\n", "xax")))
