"""Indexing, slicing, +, *, in, comparisons, iteration, repr."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


data = b"hello\x00\xff'\""
print(data, data[0], data[-1], data[1:4], data[::-1], len(data), list(b"ab"), data + b"x", b"ab" * 3, 2 * b"x", b"ell" in data, 104 in data, 1 in data)
print(b"a" == b"a", b"a" != b"b", b"a" < b"b", b"a" == "a", b"" == b"", hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], bool(b""), b"it's", b'"', b"\t\n\r\\", sorted([b"b", b"a"]), b"a" b"b")
show(lambda: data[100])
show(lambda: data["a"])
show(lambda: b"a" + "b")
show(lambda: b"a" + 1)
show(lambda: "a" + b"b")
show(lambda: b"a" * "b")
show(lambda: "a" in b"a")
show(lambda: 300 in b"a")
show(lambda: b"a" < "a")
