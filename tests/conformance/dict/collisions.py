"""Many keys with few hashes, deletions between insertions."""
d = {}
for i in range(3000):
    d[i * 2**20] = i
for i in range(0, 3000, 3):
    del d[i * 2**20]
print(len(d), sum(d.values()), sum(1 for i in range(3000) if i * 2**20 in d))
d = {}
for i in range(2000):
    d[str(i % 100)] = i
    if i % 7 == 0:
        d.pop(str(i % 50), None)
print(sorted(d.items())[:4], len(d))
for i in range(100):
    d[i] = i
    d.popitem()
print(len(d))
q = {}
for i in range(500):
    q[i] = i
    if i >= 10:
        q.pop(next(iter(q)))
print(q)
