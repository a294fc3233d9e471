"""struct: numbers as bytes, and back."""
import struct

for format, values in [("<ihB", (1, -2, 255)), (">Hq", (258, -1)), ("!f", (1.5,)), ("<d", (-0.1,)), ("bxb", (1, 2)), ("@ib", (1, 2)), ("@bi", (1, 2)), ("3s2c?", (b"abcd", b"x", b"y", True)), ("5p", (b"abc",)), ("<e", (0.5,)), ("2h", (1, 2)), ("=lQ", (5, 6)), ("<f", (float("inf"),)), (">d", (5e-324,))]:
    packed = struct.pack(format, *values)
    print(format, packed, struct.unpack(format, packed), struct.calcsize(format))
print(list(struct.iter_unpack("<H", b"\1\0\2\0")), struct.unpack_from("<H", b"\0\0\5\0", 2), struct.Struct("<ii").size, struct.Struct("<ii").pack(1, 2), struct.Struct("<ii").unpack(bytes(8)))
for make in [lambda: struct.pack("i", 2 ** 31), lambda: struct.pack("B", -1), lambda: struct.pack("<h", 40000), lambda: struct.pack("i", "a"), lambda: struct.pack("f", "a"), lambda: struct.pack("ii", 1), lambda: struct.unpack("i", b"abc"), lambda: struct.pack("y", 1), lambda: struct.pack("3", 1), lambda: struct.pack("c", b"ab"), lambda: struct.pack("s", "a"), lambda: struct.pack("<f", 1e300), lambda: struct.unpack("i", "abcd"), lambda: struct.unpack_from("i", b"abc", 1)]:
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__ + ":", error)
