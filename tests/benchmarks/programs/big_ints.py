"""Integers past the machine's word: factorials, powers modulo, Fibonacci numbers, their digits."""


def main():
    factorial = 1
    for n in range(2, 1_400):
        factorial *= n
    a, b = 0, 1
    for _ in range(40_000):
        a, b = b, a + b
    residue = sum(pow(n, 65537, (1 << 127) - 1) & 0xFFFF for n in range(2, 3_000))
    digits = sum(int(c) for c in str(factorial))
    return digits, a % 1_000_000_007, residue
