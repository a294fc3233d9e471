"""Counting things whose equality is written in Python, from a generator, in a subclass."""
from collections import Counter


class Caseless:
    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text.lower())

    def __eq__(self, other):
        return self.text.lower() == other.text.lower()

    def __repr__(self):
        return self.text


print(Counter(Caseless(w) for w in 'A b a B c'.split()))
print(Counter(x % 3 for x in range(10)))


class Small(Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, min(value, 2))


print(Small('aaabbc'))
big = Counter([1])
big[1] = 10 ** 20
big.update([1, 1])
print(big, Counter({'a': 1.5}) + Counter(a=1))
