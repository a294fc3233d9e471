"""reduce."""
import operator
from functools import reduce

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

print(reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: a * 10 + b, (1, 2, 3)), reduce(max, 'hello'), reduce(operator.add, [], 'start'))
print(reduce(lambda a, b: f'({a}{b})', 'abcd'), reduce(operator.mul, range(1, 20)), reduce(None, [5]), reduce(operator.or_, [{1}, {2}], set()))
attempt(reduce, operator.add, [])
attempt(reduce, operator.add, 5)
attempt(reduce, operator.add, [1, 'a'])
print(reduce(operator.add, (x for x in 'xyz')))
