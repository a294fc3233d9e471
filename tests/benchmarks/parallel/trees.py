"""Objects made all the time, most of them dropped at once: binary trees, tuples, strings."""


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        return 1 + self.left.count() + self.right.count() if self.left else 1


def tree(depth):
    if depth == 0:
        return Node(None, None)
    return Node(tree(depth - 1), tree(depth - 1))


def work():
    total = 0
    for n in range(1_500):
        total += tree(7).count()
        total += len([(i, str(i)) for i in range(200)])
    return total
