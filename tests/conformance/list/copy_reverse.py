"""copy, reverse, reversed."""
a = [1, [2], 3]
b = a.copy()
b[1].append('shared')
b.append(4)
print(a, b)
print(a.reverse(), a, list(reversed(a)), a[::-1])
r = reversed(a)
print(next(r), next(r), list(r), list(r))
c = []
c.reverse()
print(c, list(reversed([])))
a = [1, 2, 3]
r = reversed(a)
a.append(4)
print(list(r))
