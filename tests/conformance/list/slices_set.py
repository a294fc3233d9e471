"""Assigning to slices."""
a = list(range(6))
a[1:3] = 'xyz'
print(a)
a[2:2] = [10, 20]
print(a)
a[:0] = (0, 0)
a[len(a):] = [99]
print(a)
a[::2] = ['e'] * len(a[::2])
print(a)
a[4:1] = ['?']
print(a)
a[:] = a[::-1]
print(a)
a[:] = []
print(a)
a = [1, 2, 3]
a[1:2] = a
print(a)
a[0:2] = (x * x for x in range(5))
print(a)
for i in (slice(0, 4, 2), slice(None, None, -1)):
    try:
        a[i] = [1]
    except ValueError as error:
        print(error)
for key, value in ((slice(0, 1), 5), (slice(0, 4, 2), 5), (100, 1), ('x', 1)):
    try:
        a[key] = value
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
