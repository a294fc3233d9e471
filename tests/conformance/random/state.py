"""Saving and restoring the state; generators of one's own."""
import random

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

random.seed(3)
state = random.getstate()
first = [random.random(), random.gauss(0, 1), random.randint(0, 99)]
random.setstate(state)
print(first == [random.random(), random.gauss(0, 1), random.randint(0, 99)], state[0], len(state[1]), state[1][:3], state[1][-1], state[2])
a, b = random.Random(1), random.Random(1)
print([a.randint(0, 9) for _ in range(5)] == [b.randint(0, 9) for _ in range(5)])
b.setstate(a.getstate())
print(a.random() == b.random())
attempt(random.setstate, (9, (), None))
attempt(random.setstate, (3, (1, 2), None))
attempt(a.setstate, (3, 5, None))
values = [random.Random().random() for _ in range(3)]
print(len(set(values)), all(0 <= v < 1 for v in values))
system = random.SystemRandom()
print(0 <= system.random() < 1, 1 <= system.randint(1, 6) <= 6, system.choice('a'), len(system.sample(range(50), 5)), system.seed(5))
attempt(system.getstate)


class Biased(random.Random):
    def pick(self):
        return self.choice('ab') + str(self.randint(1, 3))


biased = Biased(9)
print([biased.pick() for _ in range(5)])
