"""is_integer, hex, fromhex, as_integer_ratio."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print((1.5).is_integer(), (2.0).is_integer(), float("inf").is_integer(), (1.5).hex(), (-0.1).hex(), (0.0).hex(), float("inf").hex(), (5e-324).hex())
print(float.fromhex("0x1.8p+0"), float.fromhex(" -1.8 "), float.fromhex("inf"), float.fromhex("0x.1"), float.fromhex("1p-1074"))
print((1.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.0).as_integer_ratio(), (1.5).real, (1.5).imag, (1.5).conjugate())
show(lambda: float("inf").as_integer_ratio())
show(lambda: float("nan").as_integer_ratio())
show(lambda: float.fromhex("x"))
show(lambda: float.fromhex("0x1p99999"))
show(lambda: float.fromhex(1))
