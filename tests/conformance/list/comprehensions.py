"""List comprehensions: nesting, conditions, scopes."""
print([x * x for x in range(10) if x % 2], [(x, y) for x in range(3) for y in 'ab'])
print([[i * j for j in range(4)] for i in range(3)])
x = 'outside'
print([x for x in 'ab'], x)
print([f for f in [lambda: i for i in range(3)]][0]() if False else [g() for g in [lambda: i for i in range(3)]])
print([y for row in [[1, 2], [3]] for y in row if y > 1])
