"""Deleting items and slices."""
a = list(range(20))
del a[0], a[-1]
print(a)
del a[2:5]
print(a)
del a[::3]
print(a)
del a[::-2]
print(a)
del a[100:]
del a[3:1]
print(a)
for key in (50, 'x', None):
    try:
        del a[key]
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
del a[:]
print(a)
