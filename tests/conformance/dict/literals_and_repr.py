"""Dict displays, dict(), and how dicts print."""
print({}, {1: 2}, {'a': [1], (1, 2): {'b': None}}, {**{'x': 1}, 'y': 2, **{'x': 3}})
print(dict(), dict(a=1, b=2), dict([('a', 1), ['b', 2], 'cd']), dict({'k': 'v'}, z=0), dict(zip('ab', range(2))))
print({x: x * x for x in range(4)}, {k: v for k, v in [('a', 1), ('a', 2)]})
for do in (lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(['abc']), lambda: {**[1]}, lambda: {[]: 1}):
    try:
        do()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
