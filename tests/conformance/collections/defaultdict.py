"""A dict that makes up missing values."""
from collections import defaultdict

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

d = defaultdict(list)
d['a'].append(1)
d['a'].append(2)
d['b']
print(d, dict(d), len(d), 'c' in d, d.get('c'), d.default_factory)
counts = defaultdict(int)
for char in 'mississippi':
    counts[char] += 1
print(sorted(counts.items()), counts)
nested = defaultdict(lambda: defaultdict(int))
nested['x']['y'] += 5
print(nested['x']['y'], nested.copy()['x'], type(nested.copy()).__name__)
plain = defaultdict(None, {'k': 1}, z=2)
print(plain, plain['k'])
attempt(lambda: plain['missing'])
attempt(defaultdict, 5)
attempt(lambda: defaultdict(list, 5))
print(defaultdict(int, a=1) | {'b': 2}, {'b': 2} | defaultdict(int, a=1), defaultdict(int, a=1) == {'a': 1})
d.default_factory = None
attempt(lambda: d['zzz'])
plain['self'] = plain
print(plain)
del counts['m']
print(sorted(counts), counts.pop('s'), counts.setdefault('q', 4))
