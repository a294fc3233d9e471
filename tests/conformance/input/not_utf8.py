# stdin: b"caf\xe9\nplain\n\xf0\x9f\x90\x8d \xe2\x82\n\xc3\xa9t\xc3\n"
# Bytes that are no UTF-8 become lone surrogates, and these bytes again.
import sys

sys.stdin.reconfigure(errors="surrogateescape")
print(ascii(input()), ascii(sys.stdin.readline()), ascii(sys.stdin.read(3)), ascii(input()))
text = sys.stdin.read()
print(ascii(text), text.encode("utf-8", "surrogateescape"))
print(b"a\xff\x80b\xc3\xa9".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
print(ascii(b"\x80abc".decode("ascii", "surrogateescape")), "\udc80x".encode("latin-1", "surrogateescape"))
for wrong in ("\ud800", "a\udc41", "\udc7f"):
    try:
        wrong.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError as error:
        print(ascii(str(error)))
