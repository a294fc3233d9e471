"""Ints of any size: arithmetic, comparison, text."""

a = 3 ** 400
b = -(7 ** 150) + 12345
print(a + b, a - b)
print(a * b)
print(a // b, a % b, divmod(b, a))
print(pow(a, 5, 10 ** 20 + 39), a ** 3 % 1000007, (a * b) // a == b)
print(a > b, a < b, a == a + 0, a != b, a >= a, b <= a, max(a, b) == a, sorted([a, 1, b, 2.5]) == [b, 1, 2.5, a])
print(hash(a), hash(b), hash(-a), {a: 1}[3 ** 400], a in {3 ** 400}, bool(a), int(str(a)) == a, int(hex(b), 16) == b)
print(a >> 600, b >> 10, a << 5, (a & b) % 1000003, (a | b) % 1000003, (a ^ b) % 1000003, (~a) % 1000003)
product = 1
for i in range(1, 101):
    product *= i
print(product, len(str(product)))
fib, nxt = 0, 1
for _ in range(300):
    fib, nxt = nxt, fib + nxt
print(fib)
