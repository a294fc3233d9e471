"""The same seed gives the same numbers, whatever it is made of."""
import random
for seed in (0, 1, 42, -42, 2 ** 100 + 7, 3.5, -1.5, True, 10 ** 40):
    random.seed(seed)
    print(seed, random.random(), random.getrandbits(40), random.randint(1, 1000))
r = random.Random(5)
print([r.random() for _ in range(3)], r.random() == random.Random(5).random())
try:
    random.seed([1])
except TypeError as error:
    print(error)
