"""accumulate: running totals."""
import operator
from itertools import accumulate
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate('abc')))
print(list(accumulate([1, 2], initial=100)), list(accumulate([], initial=5)), list(accumulate([])))
print(list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2, 3], lambda a, b: b - a, initial=0)))
print(list(accumulate(range(5), func=operator.sub)), list(accumulate([1], None)))
try:
    list(accumulate([1, 'a']))
except TypeError as error:
    print(error)
print(type(accumulate([])), next(accumulate([7, 8])))
