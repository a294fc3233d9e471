"""A tuple hashes as its items do."""
for value in ((1, []), ([],), ({},), ((1, (2, {3})),), [1], {1: 2}, {1}, slice(1, 2)):
    try:
        hash(value)
    except TypeError as error:
        print(error)


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x

    def __hash__(self):
        return 7 + self.x


print(hash((Point(1), 2)) == hash((Point(1), 2)), hash((8, 2)) == hash((Point(1), 2)))


class NoHash:
    def __eq__(self, other):
        return True


try:
    hash(NoHash())
except TypeError as error:
    print(error)
