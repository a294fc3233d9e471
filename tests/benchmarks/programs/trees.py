"""Objects made and dropped all the time: binary trees."""


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


def main():
    kept = tree(12)
    return sum(tree(7).count() for _ in range(400)) + kept.count()
