"""A list that contains itself."""
a = [1]
a.append(a)
print(a)
b = [a, a]
print(b)
d = {'me': a}
a.append(d)
print(a)
d['d'] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
