"""Unpacking and starred targets."""
a, b = [1, 2]
(c, [d, e]), *f = [[3, [4, 5]], 6, 7]
print(a, b, c, d, e, f)
first, *rest = 'xyz'
*head, last = range(4)
one, *none = [1]
print(first, rest, head, last, one, none)
a, b = b, a
print(a, b)
for values in ([1], [1, 2, 3], 5, 'ab'):
    try:
        p, q = values
        print(p, q)
    except (ValueError, TypeError) as error:
        print(error)
try:
    p, *q, r = [1]
except ValueError as error:
    print(error)
i = 0
i, a = 1, [0, 0]
i, a[i] = 0, 'x'
print(a)
