"""Insertion order, and what keeps it."""
d = {}
for k in 'zyxabc':
    d[k] = k.upper()
print(d, list(d))
d['y'] = 'again'
del d['z']
d['z'] = 'last'
print(d, d.popitem(), d)
d.update(x='X', new=1)
print(list(d.items()))
d = {i: i for i in range(1000)}
for i in range(0, 1000, 2):
    del d[i]
for i in range(0, 100, 2):
    d[i] = -i
print(list(d)[:5], list(d)[-5:], len(d), list(reversed(d))[:3])
