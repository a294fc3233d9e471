"""cmp_to_key: sorting by a function that compares two."""
from functools import cmp_to_key


def by_length_then_reverse(a, b):
    if len(a) != len(b):
        return len(a) - len(b)
    return -1 if a > b else a < b


words = 'pear fig apple kiwi date plum'.split()
print(sorted(words, key=cmp_to_key(by_length_then_reverse)), max(words, key=cmp_to_key(by_length_then_reverse)))
K = cmp_to_key(lambda a, b: a - b)
print(K(1) < K(2), K(2) == K(2), K(3) >= K(4), K(5).obj)
try:
    K(1) < 2
except TypeError as error:
    print(error)
try:
    hash(K(1))
except TypeError as error:
    print(type(error).__name__)
