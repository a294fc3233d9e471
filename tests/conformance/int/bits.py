"""Bitwise operators, shifts, bit_length, bit_count."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


for a in (0, 1, 5, -1, -5, 255, -256, 2 ** 70, -(2 ** 70)):
    print(a, a & 12, a | 12, a ^ 12, ~a, a << 3, a >> 3, a.bit_length(), a.bit_count())
print(True & True, True & 1, True | False, True ^ True, ~True, 1 << 100, (1 << 100) >> 98, -1 >> 1000, 1 >> 10 ** 30, 0 << 10 ** 30)
show(lambda: 1 << -1)
show(lambda: 1 >> -1)
show(lambda: 1 << 1.0)
show(lambda: 1 << (1 << 100))
show(lambda: ~1.5)
show(lambda: 1 & "a")
