"""* and ** in calls, with any iterable and mapping."""
def f(*args, **kwargs):
    return args, kwargs


class Seq:
    def __getitem__(self, i):
        return [1, 2][i]


class Map:
    def keys(self):
        return ['a', 'b']

    def __getitem__(self, k):
        return k.upper()


print(f(*[1], *(2, 3), *'ab', *range(2), *Seq(), *(x for x in 'g'), *{'k': 1}, *{5}))
print(f(**{'x': 1}, y=2, **Map()), f(*[], **{}), f(*map(str, [1])))
for do in (lambda: f(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: f(a=1, **{'a': 2}), lambda: f(*None), lambda: f(**[('a', 1)])):
    try:
        do()
    except TypeError as error:
        print(error)
