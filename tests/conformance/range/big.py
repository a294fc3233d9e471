"""Ranges beyond 64 bits."""
r = range(10**20, 10**20 + 10, 3)
print(r, len(r), list(r), r[1], r[-1], 10**20 + 3 in r, 10**20 + 4 in r, r[1:], list(reversed(r)), r.index(10**20 + 6))
for i in range(2**64, 2**64 + 2):
    print(i)
for i in range(2**63 - 2, 2**63 + 1):
    print(i)
huge = range(10**30)
print(huge[10**29], huge[-1], 10**29 in huge, -1 in huge, bool(huge), huge[5:10**29:10**28])
try:
    len(huge)
except OverflowError as error:
    print(error)
it = iter(huge)
print(next(it), next(it))
print(sum(range(10**6)), sum(range(0, 10**6, 7), 5), 10**11 in range(0, 10**12, 10), list(range(-2**70, -2**70 - 3, -1)))
print(any(range(10**15)), all(range(10**15)), all(range(1, 10**5)), min(range(5, 10)), max(range(3)))
