"""Keys: called once an item, in order."""
calls = []


def key(x):
    calls.append(x)
    return -x


print(sorted([3, 1, 2], key=key), calls)
print(sorted('bAcD', key=str.lower), sorted(['10', '9', '1'], key=int), sorted([-3, 2, -1], key=abs))
data = [{'n': 2, 's': 'b'}, {'n': 1, 's': 'z'}, {'n': 2, 's': 'a'}]
data.sort(key=lambda d: (-d['n'], d['s']))
print(data)
print(min('ccbba', key=lambda c: (c != 'b', c)), max([1, -5, 3], key=abs))
