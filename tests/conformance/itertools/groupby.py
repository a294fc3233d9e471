"""groupby: runs of items with the same key."""
from itertools import groupby
print([(k, list(g)) for k, g in groupby('aaabbca')])
print([(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
groups = list(groupby('aabb'))
print([(k, list(g)) for k, g in groups])
it = groupby('aabbcc')
key, first = next(it)
print(key, next(first))
key, second = next(it)
print(key, list(first), list(second), next(it)[0], next(it, 'end'))
print([k for k, g in groupby('aabbaa')], list(groupby([])), type(groupby([])))
data = sorted(['apple', 'ant', 'bear', 'bat', 'cat'])
for letter, words in groupby(data, key=lambda w: w[0]):
    print(letter, *words)
