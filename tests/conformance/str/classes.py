"""isalpha and its siblings on ASCII, Latin, digits of other scripts, and empty strings."""

NAMES = ["isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric",
         "isprintable", "isspace", "istitle", "isupper"]
for text in ["", "a", "A", "1", " ", "abc1", "Abc Def", "ABC", "é", "²", "½", "٣", "名", "a b", "\n", "_x1", "1x", "\x00", "☃", "ǅ", "class"]:
    print(ascii(text), [name for name in NAMES if getattr(text, name)()])
