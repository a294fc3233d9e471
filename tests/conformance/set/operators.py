"""| & - ^ and their in-place forms; sets only."""
a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, b - a, a ^ b, frozenset(a) | b, a | frozenset(b))
print(type(frozenset(a) & b).__name__, type(a & frozenset(b)).__name__)
c = a
c |= {9}
c -= {1}
c &= {2, 9, 3}
c ^= {2, 7}
print(a, c is a)
f = g = frozenset([1])
g |= {2}
print(f, g)
for do in (lambda: a | [1], lambda: a & 'x', lambda: a + b, lambda: a - {}, lambda: [1] | a):
    try:
        do()
    except TypeError as error:
        print(error)
