"""Random integers."""
import random

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

random.seed(7)
print([random.randint(1, 6) for _ in range(10)], [random.randrange(100) for _ in range(5)], [random.randrange(10, 20, 3) for _ in range(5)])
print([random.randrange(20, 10, -2) for _ in range(5)], random.randrange(2 ** 70), random.randint(-5, 5), random.randrange(1), random.randint(3, 3))
print([random.getrandbits(k) for k in (0, 1, 5, 31, 32, 33, 64, 100, 200)], random.randbytes(5))
for arguments in ((0,), (5, 5), (5, 1), (1, 10, 0), (10, 1, 2), ('a',)):
    attempt(random.randrange, *arguments)
attempt(random.randint, 5, 1)
attempt(random.getrandbits, -1)
attempt(random.getrandbits, 'a')
