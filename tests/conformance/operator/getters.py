"""itemgetter, attrgetter, methodcaller."""
from operator import attrgetter, itemgetter, methodcaller

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)



class Thing:
    def __init__(self, name, inner=None):
        self.name = name
        self.inner = inner

    def greet(self, word='hello', *, mark='.'):
        return f'{word} {self.name}{mark}'


t = Thing('outer', Thing('inner'))
print(itemgetter(1)('abc'), itemgetter(0, 2)('abc'), itemgetter('k')({'k': 1}), itemgetter(slice(1, 3))('abcd'))
print(attrgetter('name')(t), attrgetter('inner.name')(t), attrgetter('name', 'inner.name')(t))
print(methodcaller('greet')(t), methodcaller('greet', 'hi', mark='!')(t), methodcaller('upper')('abc'))
print(itemgetter(1, 2), attrgetter('a.b', 'c'), methodcaller('f', 1, x=2), type(itemgetter(1)))
rows = [('b', 2), ('a', 2), ('c', 1)]
print(sorted(rows, key=itemgetter(1, 0)), max(rows, key=itemgetter(1)), list(map(itemgetter(0), rows)))
attempt(itemgetter)
attempt(attrgetter)
attempt(attrgetter, 1)
attempt(methodcaller)
attempt(methodcaller, 1)
attempt(attrgetter('missing'), t)
attempt(itemgetter(9), 'abc')
