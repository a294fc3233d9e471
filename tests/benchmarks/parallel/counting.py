"""A dict and a list of the thread's own, and methods of an object that both threads share."""


class Rules:
    def __init__(self):
        self.divisor = 97

    def key(self, n):
        return n * n % self.divisor


rules = Rules()


def work():
    counts = {}
    history = []
    for n in range(800_000):
        key = rules.key(n)
        counts[key] = counts.get(key, 0) + 1
        if n % 8 == 0:
            history.append(key)
    return len(counts), len(history)
