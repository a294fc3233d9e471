"""Rich comparisons: reflection, NotImplemented, != from ==."""
class A:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, A) else NotImplemented

    def __lt__(self, other):
        return ('lt', self.n, getattr(other, 'n', other))

    def __ge__(self, other):
        return NotImplemented


class B(A):
    def __eq__(self, other):
        return 'B.eq'

    def __gt__(self, other):
        return 'B.gt'


a, b = A(1), B(1)
print(a == A(1), a != A(1), a == A(2), a != A(2), a == 1, a != 1, 1 == a, a == b, b == a, a < 5, 5 > a, a < b, b > a, a is a)
for do in (lambda: a >= 1, lambda: 1 <= a, lambda: a > 1 if False else a >= a, lambda: a <= 3, lambda: object() < object()):
    try:
        print(do())
    except TypeError as error:
        print(error)


class E:
    def __eq__(self, other):
        return []


class D:
    pass


d = D()
print(E() == 1, E() != 1, not (E() == 1), [E()] == [1], d == d, d == D(), d != D(), d in [d], [a] == [A(1)], (a,) != (A(1),))
print(1 < a if False else 'skip', 1 == 1.0, 'a' == 1, None == 0, [] == (), {} == set(), len == len, print != len)
