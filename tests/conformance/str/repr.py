"""repr and ascii choose quotes and escape what cannot be printed."""

for text in ["plain", "it's", 'say "hi"', "both ' and \"", "tab\tnew\nret\r", "back\\slash", "nul\x00 bell\x07 del\x7f",
             "é", "\xa0", "☃", "\u200b", "\ud800", "\U0001f600", "\U000e0001", "", "\x1b[0m", "\xad"]:
    print(ascii(repr(text)), ascii(text))
print([("a", "b'c")], {"k": "é\n"})
