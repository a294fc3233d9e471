"""Counting."""
from collections import Counter

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

c = Counter('mississippi')
print(c, c['s'], c['missing'], c.most_common(2), sorted(c.elements()), c.total())
print(Counter(a=3, b=1), Counter({'x': 2}), Counter(), Counter([1, 1, 2]), len(c))
c.update('miss')
c.update({'z': 5}, q=1)
print(c)
c.subtract('zzz')
print(c['z'], c.most_common())
del c['nothing'], c['z']
print(sorted(c), 'z' in c, c.get('z'))
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=0)
print(a + b, a - b, a | b, a & b, +b, -Counter(x=-2))
a += b
print(a)
a -= Counter(a=1)
a |= Counter(z=9)
a &= Counter(a=2, z=3)
print(a)
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=2) > Counter(a=1))
attempt(Counter.fromkeys, 'ab')
attempt(Counter, 5)
attempt(Counter, [[]])
print(Counter(a='x', b=1), Counter(a=1).copy(), Counter('ab').items(), dict(Counter('aab')))
words = Counter('the cat and the dog and the bird'.split())
print(words.most_common(1), [n for n in words.most_common(0)], words.most_common(100)[-1])
