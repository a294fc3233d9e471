"""permutations."""
from itertools import permutations

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

print(list(permutations('abc')), list(permutations(range(4), 2)), list(permutations('ab', 0)), list(permutations('ab', 3)))
print(len(list(permutations(range(6)))), [''.join(p) for p in permutations('abcd', 3)][:8])
print(list(permutations(range(4)))[10:14], list(permutations([])), list(permutations((x for x in 'xy'), None)))
attempt(permutations, 'ab', -1)
attempt(permutations, 'ab', 'x')
attempt(permutations, 5)
p = permutations([1, 2])
print(next(p), next(p), next(p, 'end'), next(p, 'end'))
