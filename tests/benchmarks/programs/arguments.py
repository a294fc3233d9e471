"""Calls with defaults, keywords, *args and **kwargs, and super() along three classes."""


class Base:
    def __init__(self, name, *, size=1):
        self.name = name
        self.size = size

    def describe(self, prefix=""):
        return len(prefix) + self.size


class Middle(Base):
    def __init__(self, name, **options):
        super().__init__(name, **options)
        self.level = 1

    def describe(self, prefix=""):
        return super().describe(prefix) + self.level


class Leaf(Middle):
    def __init__(self, name, size):
        super().__init__(name, size=size)

    def describe(self, prefix=""):
        return super().describe(prefix + "-")


def options(a, b=2, *, c=3, d=4):
    return a + b + c + d


def gather(*args, **kwargs):
    return len(args) + len(kwargs)


def main():
    total = 0
    for i in range(40_000):
        total += options(i) + options(i, 5) + options(i, c=1) + options(a=1, b=2, d=i)
    pair = (1, 2)
    names = {"c": 5, "d": 6}
    for i in range(25_000):
        total += gather(i, i) + gather(1, x=2) + gather(*pair) + options(*pair, **names)
    for i in range(10_000):
        total += Leaf("leaf", i).describe("x")
    return total
