"""Iterators of itertools inside one another and inside builtins."""
import operator
from itertools import accumulate, chain, combinations, count, cycle, islice, permutations, product, repeat
print(list(chain('ab', repeat('c', 2), islice(cycle('xy'), 3))), dict(zip('abc', count())))
print(list(enumerate(islice(count(5), 2))), list(map(operator.add, count(), [1, 2, 3])), list(zip(count(), cycle('ab'), range(3))))
print(list(islice(accumulate(repeat(2)), 5)), max(permutations([1, 2, 3])), 3 in count(), any(repeat(1, 2)))
print(sorted(product([2, 1], [3])), ','.join(chain('a', 'b')), sum(repeat(2, 3)), [*combinations('abc', 2)], tuple(islice('abc', 2)))
a, b, *rest = islice(count(), 5)
x, y = next(combinations([1, 2, 3], 2))
print(a, b, rest, x, y, {*chain([1], [1, 2])}, sorted(map(tuple, permutations('ab'))))
for i in count():
    if i > 3:
        break
print(i, bool(count()), next(cycle([5])), next(chain(), None))
nested = cycle(zip(count(), cycle('ab')))
print([next(nested) for _ in range(3)])
deep = chain([0])
for _ in range(40):
    deep = chain(deep, [0])
print(len(list(deep)))
