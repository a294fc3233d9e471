"""combinations, with and without replacement."""
from itertools import combinations, combinations_with_replacement

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

print(list(combinations('abcd', 2)), list(combinations(range(4), 3)), list(combinations('ab', 0)), list(combinations('ab', 3)))
print(list(combinations_with_replacement('abc', 2)), list(combinations_with_replacement([], 0)),
      list(combinations_with_replacement([], 1)), len(list(combinations(range(10), 5))))
print(list(combinations((x for x in 'xyz'), r=2)), list(combinations_with_replacement(range(2), 3)))
attempt(combinations, 'ab', -1)
attempt(combinations, 'ab', 'x')
attempt(combinations_with_replacement, 'ab', -1)
print(sum(1 for _ in combinations(range(12), 6)), next(combinations([5], 1)))
