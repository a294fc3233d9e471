"""+ and *, in place and not, and what they refuse."""
a = [1, 2]
print(a + [3], [0] + a, a * 3, 2 * a, a * 0, a * -1, a * True)
b = a
a += [3]
a *= 2
print(a, b, a is b)
c = a + []
print(c == a, c is a)
for do in (lambda: [1] + (2,), lambda: [1] + 'x', lambda: (1,) + [2], lambda: [1] * 'x', lambda: [1] * 1.5,
           lambda: [1] - [1], lambda: 1 + [1]):
    try:
        do()
    except TypeError as error:
        print(error)
try:
    a += 5
except TypeError as error:
    print(error)
rows = [[0] * 2] * 2
rows[0][0] = 1
print(rows)
