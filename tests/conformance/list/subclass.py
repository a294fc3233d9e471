"""A subclass keeps list's methods and may add to them."""
class Stack(list):
    def push(self, item):
        self.append(item)

    def top(self):
        return self[-1]


s = Stack([1, 2])
s.push(3)
s.label = 'mine'
print(s, len(s), s.top(), s.label, isinstance(s, list), type(s).__name__, s == [1, 2, 3])
print(type(s + [1]).__name__, type(s[:]).__name__, type(s.copy()).__name__)


class Logged(list):
    def __init__(self, *args):
        super().__init__(args)
        self.log = []

    def append(self, item):
        self.log.append(item)
        super().append(item)

    def __getitem__(self, index):
        return ('got', super().__getitem__(index))

    def __len__(self):
        return 100

    def __contains__(self, item):
        return item == 'magic'


x = Logged(1, 2)
x.append(3)
print(x.log, x[0], len(x), 'magic' in x, 1 in x, list(x), x)
