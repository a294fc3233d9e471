"""bytes(): of counts, iterables, text."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(bytes(), bytes(3), bytes([1, 255]), bytes((65, 66)), bytes("é", "utf8"), bytes(b"abc"), bytes(range(5)), bytes("ab", encoding="ascii"), bytes(True), bytes(x * 2 for x in range(3)))
show(lambda: bytes(-1))
show(lambda: bytes("a"))
show(lambda: bytes([256]))
show(lambda: bytes([-1]))
show(lambda: bytes(["a"]))
show(lambda: bytes(1.5))
show(lambda: bytes(None))
show(lambda: bytes([1], "utf8"))
show(lambda: bytes(10 ** 30))
