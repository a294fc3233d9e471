"""Around 2**31, 2**47, 2**53, 2**63 and 2**64 nothing wraps."""

for bits in (31, 32, 47, 48, 52, 53, 60, 62, 63, 64, 120, 128):
    n = 2 ** bits
    for value in (n - 1, n, n + 1, -n, -n - 1, 1 - n):
        print(bits, value + 1, value - 1, -value, value * 2, value * value, value // 7, value % 7, value >> 3, value << 3, value & 0xFF, value | 1, value ^ -1, ~value, abs(value), value == float(value), hash(value))
