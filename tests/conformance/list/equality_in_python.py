"""Items with an __eq__ of their own."""
class Near:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print('compare', self.n, getattr(other, 'n', other))
        return abs(self.n - getattr(other, 'n', other)) < 2

    def __repr__(self):
        return f'Near({self.n})'


a = [Near(1), Near(5), Near(9)]
print(a.index(Near(6)), a.count(5), Near(100) in a, 8 in a)
a.remove(4)
print(a, a == [Near(2), Near(8)], a != [Near(2), Near(8)])
print([1, Near(3)] == [1, 3], (Near(1),) == (1,), [Near(1)] == [1, 2])
x = Near(7)
print(x in [x], [x] == [x])
