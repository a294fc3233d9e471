"""partial: a call with some of its arguments given."""
import functools
from functools import partial

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)



def f(a, b=2, *args, c=3, **kwargs):
    return a, b, args, c, sorted(kwargs.items())


p = partial(f, 1, c=30)
print(p(), p(20), p(20, 21, d=4), p(c=5), p.func is f, p.args, p.keywords)
q = partial(p, 'b', e=1)
print(q(), q.func is f, q.args, q.keywords, q('more', c=0))
print(partial(int, base=2)('101'), partial(print, 'a', sep='-')('b'), list(map(partial(pow, 2), range(4))))
print(partial(int, base=2), partial(max, 1, 2), partial, type(p))
attempt(partial)
attempt(partial, 5)
attempt(lambda: p.missing)
attempt(partial(f, a=1), 2)
attempt(partial(f, 1), nothing=1, a=5)
p.note = 'attributes too'
print(p.note, p.__dict__, callable(p), sorted(['bb', 'a'], key=partial(len)))


class C:
    method = partial(f, 'not bound')


print(C().method(1), p.__call__(2))
