"""Taking items out, and the errors."""
a = list(range(10))
print(a.pop(), a.pop(0), a.pop(-2), a.pop(3), a)
a.remove(5)
print(a)
for do in (lambda: a.pop(50), lambda: [].pop(), lambda: a.remove('no'), lambda: a.pop('x')):
    try:
        do()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
a.clear()
print(a, len(a))
while True:
    a.append(1)
    if len(a) == 5:
        break
del a[1:3]
print(a)
