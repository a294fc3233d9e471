"""choice, choices, shuffle, sample."""
import random

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

random.seed(11)
print([random.choice('abcdef') for _ in range(8)], random.choice([5]), random.choice(range(100)), random.choice((1, 2, 3)))
deck = list(range(20))
random.shuffle(deck)
print(deck)
print(random.sample(range(100), 5), random.sample('abcdefgh', 8), random.sample(range(10 ** 9), 4), random.sample([1, 2], 0))
print(random.sample(range(30), 25), random.sample(['x', 'y'], 3, counts=[2, 4]))
print(random.choices('abc', k=6), random.choices('abc', [10, 1, 1], k=8), random.choices('abc', cum_weights=[1, 2, 10], k=8), random.choices([1, 2]))
attempt(random.choice, [])
attempt(random.sample, [1, 2], 3)
attempt(random.sample, {1, 2}, 1)
attempt(random.sample, [1], -1)
attempt(random.choices, 'abc', [1, 2])
attempt(random.choices, 'abc', [0, 0, 0])
attempt(random.choices, 'abc', [1, 1, 1], cum_weights=[1, 2, 3])
attempt(random.choices, 'abc', 5)
attempt(random.choices, [])
attempt(random.sample, 'ab', 1, counts=[1])
attempt(random.shuffle, 'abc')
