# The methods that look at how text is stored: ASCII, Latin-1 and wider, mixed.
texts = ["", "a", "ab", "aaaa", "Hello, World", "straße", "\xe9t\xe9", "\xff" * 9, "naïve a naïve", "λόγος", "aλa", "日本語 日本語",
         "x" * 200 + "é", "ÿ", "µ", "a\x00b"]
parts = ["", "a", "aa", "o", "é", "ï", "λ", "日本", " ", "x" * 64, "ß", "\xff"]
for text in texts:
    print(ascii(text), ascii(text.upper()), ascii(text.lower()), len(text.upper()), text.isascii())
    for part in parts:
        found = [p in text for p in (part, part + part)]
        print(ascii(part), found, text.startswith(part), text.endswith(part), text.find(part), text.count(part))
        for new in ("", "b", "é", "λλ"):
            replaced = [text.replace(part, new), text.replace(part, new, 1), text.replace(part, new, 0), text.replace(part, new, 2)]
            print([ascii(r) for r in replaced], [r.isascii() for r in replaced], [hash(r) == hash("".join(list(r))) for r in replaced])
        if part:
            print([ascii(p) for p in text.split(part)], [ascii(p) for p in text.split(part, 1)])
    print([ascii(c) for c in text], [c is text[i] for i, c in enumerate(text[:3]) if c < "\x80"])
    print([ascii(p) for p in text.split()], ascii(text.strip("aé")), ascii(text[1:-1]), text[1:-1].isascii())

for wrong in (lambda: 1 in "text", lambda: "text".replace("t", 1), lambda: "text".upper(1), lambda: b"t" in "text"):
    try:
        wrong()
    except TypeError as error:
        print(error)
class Text(str):
    def __contains__(self, item):
        return "asked for " + item == "asked for q"
print("q" in Text("abc"), "a" in Text("abc"), Text("aba").replace("a", "c"), type(Text("aba").replace("x", "c")), Text("aé").upper())
