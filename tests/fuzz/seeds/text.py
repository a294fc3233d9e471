x = 3.5
print(f"{x:{10}.2f}|{'a'!r:^5}|{x=}", "%5d %-3s %r" % (1, "b", None), "{0[a]} {b.c}".format({"a": 1}, b=x))
print("aXbX".split("X"), b"\x00\xff".hex(), "\N{BULLET}", r"\d", "a" * 3, "abc"[::-1])
