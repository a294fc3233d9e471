"""Builtins over ranges of millions."""
# compare: long
print(sum(range(3_000_000)), len(range(10**9)), max(range(100_000)), sum(1 for _ in range(300_000)), sum(map(int, range(100_000))))
total = 0
for i, j in zip(range(200_000), range(200_000, 0, -1)):
    total += i * j % 7
print(total)
for i, x in enumerate(range(100_000)):
    total += x
print(total, i)
print(len(list(range(1_000_000))), len(set(range(100_000))), len({i: i for i in range(100_000)}), sorted(range(100_000, 0, -1))[:3])
