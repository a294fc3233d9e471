"""product: every combination of one item from each."""
from itertools import product

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

print(list(product('ab', [1, 2])), list(product()), list(product([], 'ab')), list(product('ab', repeat=2)))
print(len(list(product(range(3), repeat=4))), list(product('ab', repeat=0)), list(product((c for c in 'xy'), [0])))
attempt(product, 'a', repeat=-1)
attempt(product, 5)
attempt(product, 'a', repeat='b')
p = product([0, 1], repeat=3)
print(next(p), next(p), list(p)[-1], next(p, 'end'), type(p))
for row, column in product(range(2), 'AB'):
    print(row, column, end=' ')
print()
