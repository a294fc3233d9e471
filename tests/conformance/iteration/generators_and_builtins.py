"""Builtin functions fed by generators."""
def gen(n):
    for i in range(n):
        yield i


print(list(gen(3)), tuple(gen(3)), set(gen(3)), frozenset(gen(2)), dict((i, i * i) for i in gen(3)), sorted(gen(3), reverse=True))
print(sum(gen(5)), sum((x / 2 for x in gen(4)), 1), max(gen(4)), min(gen(4)), any(x > 2 for x in gen(4)), all(x > 2 for x in gen(4)), len(list(gen(9))))
print(' '.join(str(x) for x in gen(3)), max((x % 3, x) for x in gen(6)), {x: y for x, y in zip(gen(2), gen(5))}, [*gen(2), *gen(1)], 3 in gen(5), 3 in gen(2))
a = []
a.extend(gen(2))
a += gen(2)
a[1:1] = gen(2)
print(a)
it = gen(5)
print(any(x == 1 for x in it), list(it))
it = iter([0, 0, 1, 2])
print(any(it), list(it))
it = iter([1, 0, 3])
print(all(it), list(it))
it = iter([1, 2, 3])
print(2 in it, list(it))
try:
    max(gen(0))
except ValueError as error:
    print(error)
print(max(gen(0), default='d'), min([], default=None), sum([], 5), sum([[1], [2]], []), max('a', 'b', key=ord), min(3, 1, 2))
