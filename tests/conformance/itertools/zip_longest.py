"""zip_longest and pairwise."""
from itertools import pairwise, zip_longest
print(list(zip_longest('ab', range(4), [None])), list(zip_longest('ab', 'xyz', fillvalue='-')), list(zip_longest()))
print(list(zip_longest([1, 2])), list(pairwise('abcd')), list(pairwise('a')), list(pairwise(iter([1, 2]))))
try:
    zip_longest('a', fill=1)
except TypeError as error:
    print(type(error).__name__)
try:
    pairwise(3)
except TypeError as error:
    print(error)
gen = (i for i in range(3))
print(list(zip_longest(gen, 'abcde', fillvalue=0)), [b - a for a, b in pairwise([1, 4, 9, 16])])
