"""The methods bytes share with str, and hex and decode."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(b"a,b,c".split(b","), b" a b ".split(), b"a b c".rsplit(None, 1), b"a\nb\r\nc".splitlines(), b"k=v".partition(b"="), b"k=v=w".rpartition(b"="), b"-".join([b"a", b"b"]))
print(b"  x ".strip(), b"xxhix".strip(b"x"), b"banana".replace(b"an", b"AN", 1), b"banana".find(b"an", 2), b"banana".find(110), b"banana".count(b"a"), b"banana".count(97), b"banana".index(b"n"), b"banana".rfind(b"an"))
print(b"abc".startswith(b"a"), b"abc".endswith((b"x", b"c")), b"aBc".upper(), b"aBc".lower(), b"aBc".swapcase(), b"hello world".title(), b"hello".capitalize(), b"\xe9".upper(), b"ab".center(6, b"*"), b"ab".ljust(4), b"42".zfill(5), b"a\tb".expandtabs(4))
print(b"abc".isalpha(), b"a1".isalnum(), b"12".isdigit(), b" ".isspace(), b"AB".isupper(), b"ab".islower(), b"Ab Cd".istitle(), b"".isalpha(), b"\xe9".isascii(), b"pre-x".removeprefix(b"pre-"), b"x.py".removesuffix(b".py"))
print(b"\x01\xab".hex(), b"abcd".hex(":"), b"abcde".hex("_", 2), b"abcde".hex("_", -2), bytes.fromhex("01 ab ff"), b"abc".decode(), b"caf\xc3\xa9".decode("utf-8"), b"abc".translate(None, b"b"), b"abc".translate(bytes.maketrans(b"ab", b"xy")))
show(lambda: b"a".split("x"))
show(lambda: b"a".find("x"))
show(lambda: b"a".index(b"x"))
show(lambda: b"a".startswith("x"))
show(lambda: b",".join([b"a", 1]))
show(lambda: b"a".replace("x", b"y"))
show(lambda: b"a".strip("x"))
show(lambda: b"a".center(5, b"xy"))
show(lambda: bytes.fromhex("a"))
show(lambda: bytes.fromhex("zz"))
show(lambda: bytes.fromhex(1))
show(lambda: b"a".hex("ab"))
show(lambda: b"a".split(b""))
