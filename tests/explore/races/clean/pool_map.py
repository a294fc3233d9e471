"""What a pool's calls return is theirs until then."""
from concurrent.futures import ThreadPoolExecutor


def square(x):
    return x * x


with ThreadPoolExecutor(2) as pool:
    total = sum(pool.map(square, [1, 2]))

