class Wire:
    def __bytes__(self):
        return b"<wire>"


class Seven:
    def __index__(self):
        return 7

    def __float__(self):
        return 7.5


cases = [
    (b"%s and %b", (b"x", bytearray(b"y"))),
    (b"%s", (Wire(),)),
    (b"%5.2f|%-5d|%c%c|%%", (1.5, 3, 65, b"z")),
    (b"%#06x %o %X %e", (255, 8, 255, 12345.678)),
    (b"%*d|%-*d|%.*f", (5, 1, 5, 2, 2, 3.14159)),
    (b"%d %d %x", (True, 1.9, Seven())),
    (b"%f", (Seven(),)),
    (b"%.2s|%5b|%-5s|", (b"abc", b"d", b"e")),
    (b"%a %r", ("\xe9", b"\xff")),
    (b"\xff%s\xfe", (b"\xfd",)),
    (b"%(a)d %(b)s", {b"a": 1, b"b": b"two"}),
    (b"%s", b"one value"),
    (bytearray(b"%d"), 5),
    (b"no values", ()),
    (b"no values", {}),
    (b"%s", (1,)),
    (b"%s", ("x",)),
    (b"%b", (None,)),
    (b"%y", (1,)),
    (b"%d", ("a",)),
    (b"%x", (1.5,)),
    (b"%f", ("a",)),
    (b"%c", (256,)),
    (b"%c", (-1,)),
    (b"%c", ("a",)),
    (b"%c", (b"ab",)),
    (b"%(a)d", (1,)),
    (b"%(a)d", {"a": 1}),
    (b"%s", ()),
    (b"%d %d", (1,)),
    (b"%d", (1, 2)),
    (b"a", 1),
    (b"%", (1,)),
    (b"%*d", ("a", 1)),
]
for template, values in cases:
    try:
        print(template % values)
    except Exception as error:
        print(type(error).__name__, error)

text = b"%d"
text %= 3
print(text, bytes.__mod__(b"<%s>", b"m"))
