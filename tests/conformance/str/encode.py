"""encode and decode with error handlers."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print("café ☃ 😀".encode(), "café".encode("latin-1"), "abc".encode("ascii"), "é".encode("utf8"))
print("é☃".encode("ascii", "ignore"), "é☃".encode("ascii", "replace"), "é☃".encode("ascii", "backslashreplace"), "é☃".encode("latin-1", "xmlcharrefreplace"))
print("\ud800".encode("utf-8", "surrogatepass"), b"\xe2\x98\x83".decode(), b"\xe9".decode("latin-1"))
print(ascii(b"a\xffb\xe2\x98".decode("utf-8", "replace")), b"a\xffb".decode("utf-8", "ignore"), b"a\xffb".decode("ascii", "backslashreplace"))
show(lambda: "é".encode("ascii"))
show(lambda: "ab☃☃".encode("latin-1"))
show(lambda: "\ud800".encode())
show(lambda: b"\xff".decode())
show(lambda: b"a\xe2\x98".decode())
show(lambda: b"\xe9".decode("ascii"))
show(lambda: "a".encode("foo"))
show(lambda: "é".encode("ascii", "foo"))
show(lambda: "a".encode(1))
