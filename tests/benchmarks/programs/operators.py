"""A class with operators of its own: + * == < [] in len() bool() for, all written in Python."""


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __hash__(self):
        return hash((self.x, self.y))

    def __lt__(self, other):
        return self.x < other.x

    def __bool__(self):
        return self.x != 0

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return self.y if i else self.x

    def __contains__(self, number):
        return number == self.x or number == self.y

    def __iter__(self):
        yield self.x
        yield self.y


def main():
    position = Vector(0, 0)
    step = Vector(1, 2)
    total = 0
    for i in range(30_000):
        position = position + step * 2
        if position == step or step < position:
            total += 1
        if step:
            total += len(position)
        total += position[0]
        if i in step:
            total += 1
    for i in range(10_000):
        a, b = step
        for n in step:
            total += a * n + b
    places = {Vector(i % 50, i % 7): i for i in range(5_000)}
    ordered = sorted([Vector(i * 7 % 1000, i) for i in range(2_000)])
    return total, len(places), ordered[-1].x
