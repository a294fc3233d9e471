"""to_bytes, from_bytes, as_integer_ratio and the attributes of an int."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print((1000).to_bytes(2, "big"), (1000).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), (5).to_bytes())
print(int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 0], "little"), int.from_bytes(b""))
print((6).as_integer_ratio(), True.as_integer_ratio(), (6).conjugate(), (2 ** 80).bit_length(), (2 ** 80 - 1).bit_count())
print((6).real, (6).imag, (6).numerator, (6).denominator, True.real)
show(lambda: (1000).to_bytes(1, "big"))
show(lambda: (-1).to_bytes(1, "big"))
show(lambda: (1).to_bytes(-1, "big"))
show(lambda: (1).to_bytes(1, "middle"))
show(lambda: int.from_bytes("ab", "big"))
show(lambda: int.from_bytes([256], "big"))
