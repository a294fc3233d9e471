"""A for loop over a list sees what is appended, and misses what moves."""
a = [1, 2, 3]
for x in a:
    if x < 4:
        a.append(x + 10)
    print(x, end=' ')
print()
a = [1, 2, 3, 4]
for x in a:
    a.remove(x)
print(a)
it = iter([1])
print(next(it), next(it, 'end'), next(it, 'still'))
