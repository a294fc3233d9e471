"""Binary operators: reflected operands, NotImplemented, priority of subclasses, in place."""
class A:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        if isinstance(other, int):
            return ('A.add', self.n, other)
        return NotImplemented

    def __radd__(self, other):
        return ('A.radd', self.n, other)

    def __mul__(self, other):
        return ('A.mul', other)

    def __rmul__(self, other):
        return ('A.rmul', other)

    def __iadd__(self, other):
        self.n += other
        return self

    def __neg__(self):
        return 'neg'

    def __invert__(self):
        return 'inv'

    def __matmul__(self, other):
        return 'matmul'

    def __and__(self, other):
        return 'and'


class B(A):
    def __radd__(self, other):
        return 'B.radd'


a, b = A(1), B(2)
print(a + 1, 1 + a, [1] + a, 'x' + a, (1,) + a, a + b, b + a, a * 2, 2 * a, [1] * a, -a, ~a, a @ a, a & 1)
a += 5
print(a.n)
x = [1]
for do in (lambda: a + 'x', lambda: a - 1, lambda: 1 - a, lambda: +a, lambda: a ** 2, lambda: a | 1, lambda: 1 @ a, lambda: 5 << a, lambda: {} + a, lambda: a // 2):
    try:
        print(do())
    except TypeError as error:
        print(error)


class C:
    def __radd__(self, other):
        return other + [99]


y = [1]
y += C()
print(y)


class I(int):
    def __radd__(self, other):
        return 'I.radd'

    def __add__(self, other):
        return 'I.add'


print(1 + I(2), I(2) + 1, I(2) * 3, I(2) - I(1))
