"""Seeds of text and bytes."""
import random
for seed in ('', 'hello', 'grün', b'bytes', 'a' * 200):
    random.seed(seed)
    print(random.random(), random.randrange(10 ** 9))
random.seed('old', version=1)
print(random.random())
random.seed(b'old', 1)
print(random.random())
