"""The twister over several thousand numbers."""
import random
random.seed(12345)
total = 0
for i in range(5000):
    total = (total * 31 + random.getrandbits(32)) % (2 ** 61 - 1)
print(total)
print(sum(random.random() for _ in range(2000)), sum(random.randrange(1000) for _ in range(2000)))
random.seed(1)
points = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(4000))
print(points)
